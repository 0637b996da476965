//! Targets (chỉ tiêu).

use super::body::Body;
use super::deadline::Deadline;
use crate::record;
use crate::schema::limit::Limit;
use crate::schema::{ByYear, Key, Kind, Many, Mean, Meaning, Read, Reader, Visitor, Walk, Whole};
use crate::value::{Bound, Decimal, Entity, Home, Name, Ref, Registry, Spanned, Text};
use crate::yaml::{Node, Value};

/// The words of the key that compares, with what is printed of them.
const COMPARATORS: &[(&str, &str)] = &[
    ("it_nhat", Bound::AtLeast.word()),
    ("toi_thieu", Bound::Minimum.word()),
    ("toi_da", Bound::Maximum.word()),
    ("khong_qua", Bound::NoMoreThan.word()),
    ("tren", Bound::Over.word()),
    ("duoi", Bound::Under.word()),
    ("khoang", Bound::About.word()),
];

impl Read for Bound {
    fn kind() -> Kind {
        Kind::Choice(COMPARATORS)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let index = reader.choice(node, key, COMPARATORS)?;
        Self::ALL.into_iter().find(|bound| bound.word() == COMPARATORS[index].1)
    }
}

impl Walk for Bound {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

record! {
    /// A target. Which of its values are given decides its form.
    pub mixed Target, TARGET = "target", "chỉ tiêu";
    /// Words that win over generated ones.
    optional TEXT text: Option<Text> = "loi", "Lời", "Câu viết tay; thay cho câu do chương trình đặt.", "Hạn chế tái nghèo và phát sinh hộ nghèo mới";
    /// Words before the sentence, such as "Phấn đấu".
    optional LEAD_IN lead_in: Option<Text> = "mo", "Từ mở đầu", "Từ đặt trước câu, như Phấn đấu.", "Phấn đấu";
    /// What is measured.
    optional NAME name: Option<Text> = "ten", "Tên chỉ tiêu", "Đại lượng được đo, viết thường.", "tỷ lệ hộ nghèo toàn xã";
    /// Who or what is counted.
    optional POPULATION population: Option<Text> = "doi_tuong", "Đối tượng", "Người hoặc hộ được đếm.", "hộ nghèo, hộ cận nghèo";
    /// What is reached for them.
    optional RESULT result: Option<Text> = "ket_qua", "Kết quả", "Điều đạt được với đối tượng.", "được hỗ trợ nhà ở";
    /// Relation to the value.
    optional COMPARATOR comparator: Option<Spanned<Bound>> = "so_sanh", "So sánh", "Quan hệ với giá trị; không viết là bằng đúng.", "it_nhat";
    /// Level to reach.
    optional VALUE value: Option<Spanned<Decimal>> = "gia_tri", "Giá trị", "Mức phải đạt.", "96";
    /// Level that remains at the end.
    optional LEVEL level: Option<Spanned<Decimal>> = "con", "Còn mức", "Mức còn lại vào cuối kỳ.", "6,11";
    /// Level at the start.
    optional BASE from: Option<Spanned<Decimal>> = "tu", "Từ mức", "Mức đầu kỳ.", "0,82";
    /// Level at the end.
    optional END to: Option<Spanned<Decimal>> = "den", "Đến mức", "Mức cuối kỳ.", "0,79";
    /// Amount of decrease.
    optional DECREASE decrease: Option<Spanned<Amount>> = "giam", "Giảm", "Lượng giảm; khoảng thì viết hai số.", "2";
    /// Amount of increase.
    optional INCREASE increase: Option<Spanned<Amount>> = "tang", "Tăng", "Lượng tăng; khoảng thì viết hai số.", "5";
    /// Part of the level at the start, such as 1/2, by which it decreases.
    optional FRACTION fraction: Option<Spanned<Fraction>> = "phan", "Phần", "Phần của mức đầu kỳ, như 1/2.", "1/2";
    /// Unit of the values.
    optional_line UNIT unit: Option<Text> = "don_vi", "Đơn vị", "Đơn vị của giá trị; % viết liền sau số.", "%";
    /// Unit of time of the values, such as "năm".
    optional_line PER per: Option<Text> = "moi", "Mỗi", "Đơn vị thời gian của giá trị.", "năm";
    /// What the values are compared with, such as "đầu kỳ".
    optional AGAINST against: Option<Text> = "so_voi", "So với", "Mốc để so sánh.", "đầu kỳ";
    /// Standard of measurement.
    optional STANDARD standard: Option<Text> = "chuan", "Chuẩn", "Chuẩn dùng để đo.", "chuẩn nghèo đa chiều giai đoạn 2022 - 2025";
    /// When it must be reached.
    optional DEADLINE deadline: Option<Spanned<Deadline>> = "thoi_han", "Thời hạn", "Thời điểm phải đạt: một câu, hoặc các khóa của thời hạn.", "cuối năm 2024";
    /// Group for printing.
    optional GROUP group: Option<Name> = "nhom", "Nhóm", "Mã hoặc câu gọi nhóm, để in riêng từng nhóm chỉ tiêu; dạng bang_nam in nó thành dòng nhóm.", "viec_lam";
    /// Who answers for it.
    optional OWNER owner: Option<Ref<Body>> = "phu_trach", "Phụ trách", "Cơ quan chịu trách nhiệm về chỉ tiêu; dạng bang, bang_nam in.", "vhxh";
    /// The level of government that sets its value, when the plan states none.
    optional SET_BY set_by: Option<Text> = "giao", "Do cấp trên giao", "Cấp trên giao giá trị, khi kế hoạch không tự nêu số.", "thành phố";
    /// Numbers of the deprivation indicators (chỉ số thiếu hụt), 1 to 12.
    optional INDICATORS indicators: Many<Whole<1, 12>> = "chi_so", "Chỉ số thiếu hụt", "Số của chỉ số thiếu hụt dịch vụ xã hội cơ bản, từ 1 đến 12; không in trừ khi câu gọi tới.", "3";
    /// Source of its data.
    optional DATA data: Option<Text> = "nguon_so_lieu", "Nguồn số liệu", "Số liệu lấy từ đâu; dạng bang_nam in, dạng bang in khi cot gọi tới.", "kết quả rà soát cuối năm 2025";
    /// Levels by year.
    optional STEPS steps: ByYear<Decimal> = "tung_nam", "Từng năm", "Mức phải đạt từng năm.", "{2023: \"5,2\", 2024: \"4,1\"}";
    /// Targets within it (trong đó).
    optional PARTS parts: Registry<Target> = "trong_do", "Trong đó", "Các chỉ tiêu con, nằm trong chỉ tiêu này.", "{chung_chi: {ten: có chứng chỉ, gia_tri: 25, don_vi: \"%\"}}";
    /// Its value by place.
    optional BREAKDOWN breakdown: Vec<PlaceShare> = "phan_bo", "Phân bổ", "Giá trị theo từng nơi; tổng phải bằng giá trị của chỉ tiêu.", "[{noi: Khu phố 1, gia_tri: 1}]";
    /// The entity of last year's plan that it goes on from.
    optional CONTINUES continues: Option<Name> = "ke_thua", "Kế thừa", "Mã của chỉ tiêu ấy trong kế hoạch trước, khi mã đã đổi; để so sánh hai kế hoạch, không in.", "ho_ngheo";
    /// Those of last year's plan that it takes together.
    optional MERGES merges: Many<Name> = "gop_tu", "Gộp từ", "Mã những chỉ tiêu của kế hoạch trước được gộp thành chỉ tiêu này; để so sánh hai kế hoạch, không in.", "[ho_ngheo, ho_can_ngheo]";
    /// The one of last year's plan of which it is a part.
    optional SPLITS splits: Option<Name> = "tach_tu", "Tách từ", "Mã chỉ tiêu của kế hoạch trước mà chỉ tiêu này tách ra; để so sánh hai kế hoạch, không in.", "ho_ngheo";
}

record! {
    /// The part of a target that falls to one place.
    pub group PlaceShare, SHARE = "share", "phần của một nơi";
    /// The place.
    required_line SHARE_PLACE at: Option<Text> = "noi", "Nơi", "Tên thôn, khu phố, đơn vị.", "Khu phố 1";
    /// Its value.
    required SHARE_VALUE value: Option<Spanned<Decimal>> = "gia_tri", "Giá trị", "Giá trị của nơi đó.", "1";
}

impl Entity for Target {
    const HOME: &'static Home = &Home { term: "chỉ tiêu", place: "khóa «chi_tieu» của kế hoạch" };
}

impl Read for Target {
    fn kind() -> Kind {
        Kind::Group(&TARGET)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let depth = Limit::PartsDepth;
        if reader.depth > depth.most() {
            reader.report(depth.exceeded(reader.depth, node.span.first_line()));
            return None;
        }
        reader.depth += 1;
        let target = reader.record(node, key);
        reader.depth -= 1;
        target
    }
}

impl Target {
    /// The first target with an id, in the order of the file, at whatever depth.
    pub fn find<'a>(registry: &'a Registry<Self>, id: &str) -> Option<&'a Self> {
        registry.iter().find_map(
            |(known, target)| {
                if known.name == id { Some(target) } else { Self::find(&target.parts, id) }
            },
        )
    }

    /// The target and all within it, each with its id.
    pub fn with_parts<'a>(registry: &'a Registry<Self>) -> Vec<(&'a crate::value::Id, &'a Self)> {
        let inside = |(id, target): (&'a crate::value::Id, &'a Self)| {
            std::iter::once((id, target)).chain(Self::with_parts(&target.parts)).collect::<Vec<_>>()
        };
        registry.iter().flat_map(inside).collect()
    }
}

/// An amount, or the range within which it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The amount, or the lower end.
    pub low: Decimal,
    /// The upper end.
    pub high: Option<Decimal>,
}

impl Read for Amount {
    fn kind() -> Kind {
        <Many<Decimal>>::kind()
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let Value::List(_) = node.value else {
            return Decimal::read(node, key, reader).map(|low| Self { low, high: None });
        };
        let before = reader.diagnostics.len();
        let numbers = Vec::<Decimal>::read(node, key, reader)?;
        match numbers.as_slice() {
            [low, high] if low.is_less_than(*high) => Some(Self { low: *low, high: Some(*high) }),
            _ => {
                if reader.diagnostics.len() == before {
                    let advice =
                        format!("khoảng giá trị gồm mức thấp rồi mức cao, ví dụ {}: [\"0,6\", \"1,0\"]", key.key);
                    reader.bad_value(node, key, advice);
                }
                None
            }
        }
    }
}

impl Walk for Amount {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

/// A part of a whole, smaller than it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// Above the line.
    pub top: u32,
    /// Below it.
    pub bottom: u32,
}

impl Read for Fraction {
    fn kind() -> Kind {
        Kind::Form("một phân số", "^\\d+ */ *\\d+$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, |text| {
            let parts = text.split_once('/').map(|(top, bottom)| (top.trim().parse(), bottom.trim().parse()));
            match parts {
                Some((Ok(top), Ok(bottom))) if 0 < top && top < bottom => Ok(Self { top, bottom }),
                _ => Err("viết phân số nhỏ hơn 1: tử số/mẫu số, ví dụ 1/2".to_owned()),
            }
        })
    }
}

impl Walk for Fraction {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Mean for Bound {
    fn mean(&self) -> Meaning {
        Meaning::Plain(self.word().to_owned())
    }
}

impl Mean for Amount {
    fn mean(&self) -> Meaning {
        match self.high {
            None => self.low.mean(),
            Some(high) => Meaning::Plain(format!("{} - {}", self.low.display(), high.display())),
        }
    }
}

impl Mean for Fraction {
    fn mean(&self) -> Meaning {
        Meaning::Plain(format!("{}/{}", self.top, self.bottom))
    }
}
