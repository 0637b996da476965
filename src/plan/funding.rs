//! The money of a plan (kinh phí): its sources, items and how they are split.

use super::figure::Figure;
use super::programme::ProgrammeProject;
use crate::schema::{ById, ByYear, Many, YesNo};
use crate::value::{
    Amount, Decimal, Entity, Home, Id, MONEY_UNITS, Money, MoneyUnit, Name, Ref, Registry, Spanned, Text, Year,
};
use crate::{choice, record};

choice! {
    /// The unit in which amounts are printed.
    pub enum PrintedUnit {
        /// Tỷ đồng.
        Billions = "tỷ đồng", "tỷ đồng";
        /// Triệu đồng.
        Millions = "triệu đồng", "triệu đồng";
        /// Nghìn đồng.
        Thousands = "nghìn đồng", "nghìn đồng";
        /// Đồng.
        Dong = "đồng", "đồng";
    }
}

choice! {
    /// Words in place of an amount; what is printed.
    pub enum Basis {
        /// As allotted.
        Allotted = "phan_bo", "theo nguồn được phân bổ";
        /// As needed.
        Needed = "nhu_cau", "theo nhu cầu thực tế";
    }
}

record! {
    /// The money of a plan.
    pub group Funding, FUNDING = "funding_shape", "kinh phí";
    /// Unit in which amounts are printed; millions if none is given.
    optional UNIT unit: Option<Spanned<PrintedUnit>> = "don_vi", "Đơn vị tính", "Đơn vị dùng khi in; không viết là triệu đồng.", "triệu đồng";
    /// The total, as the clerk has added it up.
    optional TOTAL total: Option<Spanned<Amount>> = "tong", "Tổng kinh phí", "Tổng; không viết thì cộng từ các khoản.", "3.230 triệu đồng";
    /// The total that the plan's source states, which is printed.
    optional STATED stated: Option<Spanned<Amount>> = "ghi", "Tổng ghi trong văn bản gốc", "Tổng mà văn bản gốc ghi, khi khác tổng tính được; được in, kèm cảnh báo.", "3.235 triệu đồng";
    /// Words in place of a total.
    optional TEXT text: Option<Text> = "loi", "Lời", "Kinh phí bằng lời, khi chưa có số tổng.", "theo nguồn được ngân sách tỉnh phân bổ";
    /// What each source gives in all.
    optional TOTAL_BY_SOURCE by_source: ById<Source, Figure> = "theo_nguon", "Tổng theo nguồn vốn", "Tổng kinh phí chia theo nguồn vốn, mã nguồn: số tiền; phải cộng thành tổng.", "{nstw: 2 tỷ đồng, tinh: 1 tỷ đồng}";
    /// What falls to each year in all.
    optional TOTAL_BY_YEAR by_year: ByYear<Figure> = "theo_nam", "Tổng theo năm", "Tổng kinh phí chia theo năm, năm: số tiền; phải cộng thành tổng.", "{2026: 1 tỷ đồng, 2027: 2 tỷ đồng}";
    /// Sources of money.
    optional SOURCES sources: Registry<Source> = "nguon", "Nguồn vốn", "Các nguồn vốn, mỗi nguồn một mã.", "{xhh: {ten: nguồn xã hội hóa}}";
    /// Items.
    optional ITEMS items: Registry<FundingItem> = "khoan", "Khoản chi", "Các khoản chi, mỗi khoản một mã.", "{bon: {ten: Bồn chứa nước, so_tien: 3 triệu đồng}}";
}

record! {
    /// A source of money.
    pub group Source, SOURCE = "source", "nguồn vốn";
    /// Its name.
    required_line SOURCE_NAME name: Option<Text> = "ten", "Tên nguồn", "Tên nguồn vốn.", "nguồn xã hội hóa";
    /// The entity of last year's plan that it goes on from.
    optional SOURCE_CONTINUES continues: Option<Name> = "ke_thua", "Kế thừa", "Mã của nguồn vốn ấy trong kế hoạch trước, khi mã đã đổi; để so sánh hai kế hoạch, không in.", "nstw";
    /// Those of last year's plan that it takes together.
    optional SOURCE_MERGES merges: Many<Name> = "gop_tu", "Gộp từ", "Mã những nguồn vốn của kế hoạch trước được gộp thành nguồn vốn này; để so sánh hai kế hoạch, không in.", "[nstw, tinh]";
    /// The one of last year's plan of which it is a part.
    optional SOURCE_SPLITS splits: Option<Name> = "tach_tu", "Tách từ", "Mã nguồn vốn của kế hoạch trước mà nguồn vốn này tách ra; để so sánh hai kế hoạch, không in.", "nstw";
}

impl Entity for Source {
    const HOME: &'static Home = &Home { term: "nguồn vốn", place: "khóa «kinh_phi», phần «nguon»" };
}

record! {
    /// An item of the funding.
    pub group FundingItem, FUNDING_ITEM = "funding_item", "khoản chi";
    /// What it pays for.
    required_line NAME name: Option<Text> = "ten", "Tên khoản", "Khoản chi dùng vào việc gì.", "Bồn chứa nước";
    /// Common heading with other items.
    optional_line GROUP group: Option<Text> = "nhom", "Nhóm", "Tên nhóm khoản chi, in làm tiêu đề chung.", "Nhu cầu nước sinh hoạt";
    /// The project it belongs to.
    optional PROJECT project: Option<Ref<ProgrammeProject>> = "du_an", "Dự án", "Dự án mà khoản chi thuộc về.", "da2";
    /// How many.
    optional COUNT count: Option<Spanned<Decimal>> = "so_luong", "Số lượng", "Số đơn vị.", "2";
    /// Of what.
    optional_line COUNT_UNIT unit: Option<Text> = "don_vi", "Đơn vị của số lượng", "Đơn vị đếm.", "nhu cầu";
    /// How much in all, as the clerk has added it up.
    optional AMOUNT amount: Option<Spanned<Amount>> = "so_tien", "Số tiền", "Tổng số tiền của khoản; trước số viết được khoảng, trên, không quá, tối thiểu….", "3 triệu đồng";
    /// Whether it is given in kind: an amount is what it is worth, and without one it is not money.
    optional IN_KIND in_kind: Option<YesNo> = "hien_vat", "Đóng góp bằng hiện vật, ngày công", "Khoản đóng góp bằng hiện vật, ngày công: cần so_luong và don_vi; không quy ra tiền thì không cộng vào kinh phí mà cộng riêng.", "co";
    /// Words in place of an amount.
    optional BASIS basis: Option<Spanned<Basis>> = "theo", "Theo", "Thay cho số tiền khi chưa xác định được.", "phan_bo";
    /// The most for one unit.
    optional CAP cap: Option<Spanned<Money>> = "muc_toi_da", "Mức tối đa", "Mức tối đa cho một đơn vị.", "4 triệu đồng";
    /// The unit of the cap.
    optional_line CAP_UNIT cap_unit: Option<Text> = "muc_toi_da_cho", "Mức tối đa tính cho", "Đơn vị mà mức tối đa áp dụng.", "hộ";
    /// Where the money comes from.
    optional ITEM_SOURCES sources: Many<Ref<Source>> = "nguon", "Nguồn vốn", "Mã nguồn vốn.", "xhh";
    /// Amounts by source and year.
    optional ALLOCATIONS allocations: Vec<Allocation> = "phan_bo", "Phân bổ", "Số tiền theo nguồn và năm; tổng là số tiền của khoản.", "[{nguon: nstw, nam: 2026, so_tien: 2 triệu đồng}]";
    /// What each source gives, whatever the year.
    optional BY_SOURCE by_source: ById<Source, Figure> = "theo_nguon", "Chia theo nguồn vốn", "Số tiền của khoản chia theo nguồn vốn, mã nguồn: số tiền.", "{nstw: 2 tỷ đồng, tinh: 1 tỷ đồng}";
    /// What falls to each year, whatever the source.
    optional BY_YEAR by_year: ByYear<Figure> = "theo_nam", "Chia theo năm", "Số tiền của khoản chia theo năm, năm: số tiền.", "{2026: 1 tỷ đồng, 2027: 2 tỷ đồng}";
    /// Items within it.
    optional CHILDREN children: Registry<FundingItem> = "khoan", "Khoản con", "Các khoản nằm trong khoản này, mỗi khoản một mã; nhiều nhất ba tầng.", "{xay_moi: {ten: Xây mới, so_tien: 300 triệu đồng}}";
    /// Words added.
    optional ITEM_TEXT text: Option<Text> = "loi", "Lời thêm", "Lời thêm sau số tiền: ai huy động, cách cấp.", "Ủy ban nhân dân xã vận động";
    /// The entity of last year's plan that it goes on from.
    optional ITEM_CONTINUES continues: Option<Name> = "ke_thua", "Kế thừa", "Mã của khoản chi ấy trong kế hoạch trước, khi mã đã đổi; để so sánh hai kế hoạch, không in.", "nha_o";
    /// Those of last year's plan that it takes together.
    optional ITEM_MERGES merges: Many<Name> = "gop_tu", "Gộp từ", "Mã những khoản chi của kế hoạch trước được gộp thành khoản chi này; để so sánh hai kế hoạch, không in.", "[nha_o, nuoc_sach]";
    /// The one of last year's plan of which it is a part.
    optional ITEM_SPLITS splits: Option<Name> = "tach_tu", "Tách từ", "Mã khoản chi của kế hoạch trước mà khoản chi này tách ra; để so sánh hai kế hoạch, không in.", "nha_o";
}

record! {
    /// The part of an item that comes from one source in one year.
    pub group Allocation, ALLOCATION = "allocation", "phần phân bổ";
    /// The source.
    required ALLOCATION_SOURCE source: Option<Ref<Source>> = "nguon", "Nguồn vốn", "Mã nguồn vốn.", "nstw";
    /// The year; `None` for the plan's.
    optional YEAR year: Option<Spanned<Year>> = "nam", "Năm", "Năm; không viết là năm của kế hoạch.", "2026";
    /// How much.
    required ALLOCATION_AMOUNT amount: Option<Spanned<Amount>> = "so_tien", "Số tiền", "Số tiền.", "2 triệu đồng";
}

/// One way in which an amount is taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By what it pays for.
    Items,
    /// By source and year at once.
    Allocations,
    /// By source.
    Sources,
    /// By year.
    Years,
}

/// The parts of an amount in one way of taking it apart; a part may have no amount.
#[derive(Debug, Clone)]
pub struct Parts {
    /// The way.
    pub way: Way,
    /// The amounts in the order of the file.
    pub amounts: Vec<Option<Amount>>,
}

impl Parts {
    fn new(way: Way, amounts: impl Iterator<Item = Option<Amount>>) -> Option<Self> {
        Some(Self { way, amounts: amounts.collect() }).filter(|parts| !parts.amounts.is_empty())
    }

    /// What they add up to; `None` as long as one has no amount.
    pub fn sum(&self) -> Option<Amount> {
        let amounts: Option<Vec<Amount>> = self.amounts.iter().copied().collect();
        amounts.map(Amount::sum)
    }
}

/// What items add up to, those left out that are no money.
fn of_items(items: &Registry<FundingItem>) -> Option<Parts> {
    Parts::new(Way::Items, items.values().filter(|item| item.is_money()).map(FundingItem::whole))
}

fn of_sources(parts: &ById<Source, Figure>) -> Option<Parts> {
    Parts::new(Way::Sources, parts.0.iter().map(|(_, figure)| figure.amount()))
}

fn of_years(parts: &ByYear<Figure>) -> Option<Parts> {
    Parts::new(Way::Years, parts.0.iter().map(|(_, figure)| figure.amount()))
}

/// The sum of some amounts; `None` for none.
pub fn sum_of(amounts: impl Iterator<Item = Amount>) -> Option<Amount> {
    let amounts: Vec<_> = amounts.collect();
    (!amounts.is_empty()).then(|| Amount::sum(amounts))
}

impl Funding {
    /// What a source gives in all: as written, else what its parts of the items add up to.
    pub fn from_source(&self, source: &str) -> Option<Amount> {
        let written = self.by_source.0.iter().find(|(known, _)| known.name == source);
        let added = || sum_of(self.items.values().filter_map(|item| item.from_source(source)));
        written.and_then(|(_, figure)| figure.amount()).or_else(added)
    }

    /// What falls to a year in all: as written, else what its parts of the items add up to.
    pub fn in_year(&self, year: i32, own: Option<i32>) -> Option<Amount> {
        let written = self.by_year.0.iter().find(|(known, _)| known.0 == year);
        let added = || sum_of(self.items.values().filter_map(|item| item.in_year(year, own)));
        written.and_then(|(_, figure)| figure.amount()).or_else(added)
    }

    /// The unit in which amounts are printed.
    pub fn money_unit(&self) -> MoneyUnit {
        let name = self.unit.as_ref().map_or(PrintedUnit::Millions, |unit| unit.value).word();
        MONEY_UNITS.into_iter().find(|unit| unit.name == name).unwrap_or(MONEY_UNITS[1])
    }

    /// The ways in which the total is taken apart.
    pub fn ways(&self) -> Vec<Parts> {
        [of_items(&self.items), of_sources(&self.by_source), of_years(&self.by_year)].into_iter().flatten().collect()
    }

    /// The total that follows from its parts, in the first way in which all of them have an amount.
    pub fn computed(&self) -> Option<Amount> {
        self.ways().iter().find_map(Parts::sum)
    }

    /// The total that is printed: the stated one, else the clerk's, else the computed one.
    pub fn printed(&self) -> Option<Amount> {
        let written = self.stated.as_ref().or(self.total.as_ref()).map(|amount| amount.value);
        written.or_else(|| self.computed())
    }

    /// Every item and all within it, each with its id and the ids of those that hold it, the outermost first.
    pub fn all_items(&self) -> Vec<Nested<'_>> {
        let mut all = Vec::new();
        collect(&self.items, &[], &mut all);
        all
    }

    /// The first item with an id, at whatever depth.
    pub fn find(&self, id: &str) -> Option<&FundingItem> {
        FundingItem::find(&self.items, id)
    }
}

/// An item where it is declared.
#[derive(Debug, Clone)]
pub struct Nested<'a> {
    /// Its id.
    pub id: &'a Id,
    /// The item.
    pub item: &'a FundingItem,
    /// The items that hold it, the outermost first.
    pub within: Vec<(&'a Id, &'a FundingItem)>,
}

fn collect<'a>(items: &'a Registry<FundingItem>, within: &[(&'a Id, &'a FundingItem)], all: &mut Vec<Nested<'a>>) {
    for (id, item) in items.iter() {
        all.push(Nested { id, item, within: within.to_vec() });
        collect(&item.children, &[within, &[(id, item)]].concat(), all);
    }
}

impl FundingItem {
    /// The first item with an id, at whatever depth.
    fn find<'a>(items: &'a Registry<Self>, id: &str) -> Option<&'a Self> {
        items
            .iter()
            .find_map(|(known, item)| if known.name == id { Some(item) } else { Self::find(&item.children, id) })
    }

    /// Whether it is money or has a value in money; what is given in kind alone is not.
    pub fn is_money(&self) -> bool {
        !(YesNo::is_yes(self.in_kind.as_ref())
            && self.amount.is_none()
            && self.ways().is_empty()
            && !self.place.is_refused(AMOUNT.name()))
    }

    /// The ways in which its amount is taken apart.
    pub fn ways(&self) -> Vec<Parts> {
        let allocated = self.allocations.iter().map(|part| part.amount.as_ref().map(|amount| amount.value));
        let allocated = Parts::new(Way::Allocations, allocated);
        let ways = [allocated, of_sources(&self.by_source), of_years(&self.by_year), of_items(&self.children)];
        ways.into_iter().flatten().collect()
    }

    /// How much it is in all: as written, else what its parts add up to; unknown if what is written was not taken.
    pub fn whole(&self) -> Option<Amount> {
        if self.place.is_refused(AMOUNT.name()) {
            return None;
        }
        self.amount.as_ref().map(|amount| amount.value).or_else(|| self.ways().iter().find_map(Parts::sum))
    }

    /// Whether it says which source gives how much of it.
    pub fn tells_sources(&self) -> bool {
        !self.by_source.0.is_empty()
            || !self.allocations.is_empty()
            || self.sources.len() == 1
            || !self.children.is_empty() && self.counted_children().all(Self::tells_sources)
    }

    /// Whether it says how much of it falls to which year.
    pub fn tells_years(&self) -> bool {
        !self.by_year.0.is_empty()
            || !self.allocations.is_empty()
            || !self.children.is_empty() && self.counted_children().all(Self::tells_years)
    }

    fn counted_children(&self) -> impl Iterator<Item = &Self> {
        self.children.values().filter(|item| item.is_money())
    }

    /// What it gets from a source.
    pub fn from_source(&self, source: &str) -> Option<Amount> {
        if !self.by_source.0.is_empty() {
            let figure = self.by_source.0.iter().find(|(known, _)| known.name == source);
            return figure.and_then(|(_, figure)| figure.amount());
        }
        if !self.allocations.is_empty() {
            let is_from = |part: &&Allocation| part.source.as_ref().is_some_and(|known| known.name == source);
            return allocated(self.allocations.iter().filter(is_from));
        }
        if let [only] = &*self.sources {
            return self.whole().filter(|_| only.name == source);
        }
        sum_of(self.children.values().filter_map(|item| item.from_source(source)))
    }

    /// What falls to a year; an allocation without one falls to the plan's own, if the plan has one year.
    pub fn in_year(&self, year: i32, own: Option<i32>) -> Option<Amount> {
        if !self.by_year.0.is_empty() {
            let figure = self.by_year.0.iter().find(|(known, _)| known.0 == year);
            return figure.and_then(|(_, figure)| figure.amount());
        }
        if !self.allocations.is_empty() {
            return allocated(self.allocations.iter().filter(|part| part.year_or(own) == Some(year)));
        }
        sum_of(self.children.values().filter_map(|item| item.in_year(year, own)))
    }

    /// The years of which it speaks, those of the items within it too.
    pub fn years(&self, own: Option<i32>) -> Vec<i32> {
        let allocated = self.allocations.iter().filter_map(|part| part.year_or(own));
        let told = self.by_year.0.iter().map(|(year, _)| year.0);
        let inside = self.children.values().flat_map(|item| item.years(own));
        allocated.chain(told).chain(inside).collect()
    }
}

impl Allocation {
    fn year_or(&self, own: Option<i32>) -> Option<i32> {
        self.year.as_ref().map(|year| year.0).or(own.filter(|_| !self.place.has(YEAR.name())))
    }
}

fn allocated<'a>(parts: impl Iterator<Item = &'a Allocation>) -> Option<Amount> {
    sum_of(parts.filter_map(|part| part.amount.as_ref().map(|amount| amount.value)))
}
