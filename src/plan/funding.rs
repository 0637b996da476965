//! The money of a plan (kinh phí): its sources, items and how they are split.

use super::programme::ProgrammeProject;
use crate::schema::Many;
use crate::value::{Decimal, Entity, Home, MONEY_UNITS, Money, MoneyUnit, Ref, Registry, Spanned, Text, Year};
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
    optional TOTAL total: Option<Spanned<Money>> = "tong", "Tổng kinh phí", "Tổng; không viết thì cộng từ các khoản.", "3.230 triệu đồng";
    /// The total that the plan's source states, which is printed.
    optional STATED stated: Option<Spanned<Money>> = "ghi", "Tổng ghi trong văn bản gốc", "Tổng mà văn bản gốc ghi, khi khác tổng tính được; được in, kèm cảnh báo.", "3.235 triệu đồng";
    /// Words in place of a total.
    optional TEXT text: Option<Text> = "loi", "Lời", "Kinh phí bằng lời, khi chưa có số tổng.", "theo nguồn được ngân sách tỉnh phân bổ";
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
    optional AMOUNT amount: Option<Spanned<Money>> = "so_tien", "Số tiền", "Tổng số tiền của khoản.", "3 triệu đồng";
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
    /// Words added.
    optional ITEM_TEXT text: Option<Text> = "loi", "Lời thêm", "Lời thêm sau số tiền: ai huy động, cách cấp.", "Ủy ban nhân dân xã vận động";
}

record! {
    /// The part of an item that comes from one source in one year.
    pub group Allocation, ALLOCATION = "allocation", "phần phân bổ";
    /// The source.
    required ALLOCATION_SOURCE source: Option<Ref<Source>> = "nguon", "Nguồn vốn", "Mã nguồn vốn.", "nstw";
    /// The year; `None` for the plan's.
    optional YEAR year: Option<Spanned<Year>> = "nam", "Năm", "Năm; không viết là năm của kế hoạch.", "2026";
    /// How much.
    required ALLOCATION_AMOUNT amount: Option<Spanned<Money>> = "so_tien", "Số tiền", "Số tiền.", "2 triệu đồng";
}

impl Funding {
    /// The unit in which amounts are printed.
    pub fn money_unit(&self) -> MoneyUnit {
        let name = self.unit.as_ref().map_or(PrintedUnit::Millions, |unit| unit.value).word();
        MONEY_UNITS.into_iter().find(|unit| unit.name == name).unwrap_or(MONEY_UNITS[1])
    }

    /// The total that follows from the items; `None` as long as one of them has no amount.
    pub fn computed(&self) -> Option<Money> {
        let amounts: Option<Vec<Money>> = self.items.values().map(FundingItem::whole).collect();
        amounts.filter(|amounts| !amounts.is_empty()).map(Money::sum)
    }

    /// The total that is printed: the stated one, else the clerk's, else the computed one.
    pub fn printed(&self) -> Option<Money> {
        let written = self.stated.as_ref().or(self.total.as_ref()).map(|money| money.value);
        written.or_else(|| self.computed())
    }
}

impl FundingItem {
    /// The sum of its allocations, if there are any.
    pub fn allocated(&self) -> Option<Money> {
        let amounts = self.allocations.iter().map(|part| part.amount.as_ref().map(|amount| amount.value));
        amounts.collect::<Option<Vec<_>>>().filter(|amounts| !amounts.is_empty()).map(Money::sum)
    }

    /// What it gets from a source; without allocations, all of it from its only one.
    pub fn from_source(&self, source: &str) -> Option<Money> {
        if self.allocations.is_empty() {
            return self.whole().filter(|_| matches!(&*self.sources, [only] if only.name == source));
        }
        let is_from = |part: &&Allocation| part.source.as_ref().is_some_and(|known| known.name == source);
        let parts = self.allocations.iter().filter(is_from).filter_map(|part| part.amount.as_ref());
        let parts: Vec<Money> = parts.map(|amount| amount.value).collect();
        (!parts.is_empty()).then(|| Money::sum(parts))
    }

    /// How much it is in all: as written, else the sum of its allocations; unknown if what is written was not taken.
    pub fn whole(&self) -> Option<Money> {
        if self.place.is_refused(AMOUNT.name()) {
            return None;
        }
        self.amount.as_ref().map(|amount| amount.value).or_else(|| self.allocated())
    }
}
