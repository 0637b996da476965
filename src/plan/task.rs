//! Tasks with their owners (nhiệm vụ). Tasks within a task make it a group.

use super::body::Body;
use super::deadline::Deadline;
use super::lead::{CoLeads, Lead};
use super::programme::ProgrammeProject;
use super::target::Target;
use crate::record;
use crate::schema::limit::Limit;
use crate::schema::{Key, Kind, Many, Read, Reader};
use crate::value::{Id, IdOrText, Money, Name, Ref, Registry, Spanned, Text};
use crate::yaml::Node;

record! {
    /// A task with its owner.
    pub mixed Task, TASK = "task", "nhiệm vụ";
    /// What is to be done.
    required TEXT text: Option<Text> = "viec", "Việc", "Việc phải làm; ở nhóm nhiệm vụ là tên nhóm.", "Rà soát hộ nghèo, hộ cận nghèo";
    /// Its code in a register of tasks.
    optional_line CODE code: Option<Text> = "ky_hieu", "Ký hiệu", "Mã số, ký hiệu của nhiệm vụ, in cạnh số thứ tự.", "KH20_TT_01";
    /// How it is done.
    optional METHOD method: Option<Text> = "cach_lam", "Cách thực hiện", "Phương pháp, cách thức thực hiện.", "Thuê tư vấn độc lập";
    /// Who leads.
    optional LEAD lead: Option<Lead> = "chu_tri", "Chủ trì", "Cơ quan chủ trì: mã, hoặc lời; có phần việc riêng thì viết {mã: phần việc}.", "vhxh";
    /// Who leads a part.
    optional CO_LEADS co_leads: CoLeads = "dong_chu_tri", "Đồng chủ trì", "Các cơ quan cùng chủ trì; có phần việc riêng thì viết mã: phần việc.", "{tram_y_te: phần khám sức khỏe}";
    /// Who co-operates.
    optional COOPERATING cooperating: Many<IdOrText<Body>> = "phoi_hop", "Phối hợp", "Các cơ quan phối hợp: mã, hoặc lời.", "[tram_y_te, Các thôn]";
    /// Until when.
    optional DEADLINE deadline: Option<Spanned<Deadline>> = "thoi_han", "Thời hạn", "Thời hạn: một câu, các khóa của thời hạn, hoặc danh sách các mốc.", "{truoc_ngay: 15/12/2024}";
    /// What comes of it.
    optional PRODUCTS products: Many<Text> = "san_pham", "Sản phẩm", "Kết quả phải có; nhiều sản phẩm thì viết danh sách.", "Báo cáo kết quả rà soát";
    /// Its money.
    optional AMOUNT amount: Option<Spanned<Money>> = "so_tien", "Số tiền", "Kinh phí của nhiệm vụ; của nhóm thì phải bằng các nhiệm vụ bên trong cộng lại.", "150 triệu đồng";
    /// Its money in words.
    optional FUNDING funding: Option<Text> = "kinh_phi", "Kinh phí bằng lời", "Kinh phí khi chưa có số tiền, hoặc nói rõ số tiền gồm những gì.", "Theo dự toán được duyệt";
    /// What kind of spending it is.
    optional SPENDING spending: Option<Text> = "loai_chi", "Loại chi", "Loại kinh phí, nguồn chi.", "Chi thường xuyên";
    /// The project it belongs to.
    optional PROJECT project: Option<Ref<ProgrammeProject>> = "du_an", "Dự án", "Dự án mà nhiệm vụ thuộc về; chỉ in khi chọn cột du_an.", "da2";
    /// The targets it serves.
    optional TARGETS targets: Many<Ref<Target>> = "chi_tieu", "Chỉ tiêu", "Các chỉ tiêu mà nhiệm vụ phục vụ, kể cả chỉ tiêu nằm trong trong_do; chỉ in khi chọn cột chi_tieu.", "[ho_ngheo]";
    /// Cells of columns that the office has for itself, by the word of the column.
    optional OWN own: Registry<Text> = "cot_rieng", "Cột riêng", "Ô của các cột do cơ quan tự đặt: mã cột, rồi chữ hoặc số; tiêu đề cột viết ở «cot» của chỗ in.", "{dia_ban: Thôn Một}";
    /// Tasks within it, which make it a group.
    optional TASKS tasks: Registry<Task> = "nhiem_vu", "Các nhiệm vụ trong nhóm", "Các nhiệm vụ bên trong, mỗi nhiệm vụ một mã; có khóa này thì đây là một nhóm.", "{ra_soat: {viec: Rà soát hộ nghèo}}";
    /// The entity of last year's plan that it goes on from.
    optional CONTINUES continues: Option<Name> = "ke_thua", "Kế thừa", "Mã của nhiệm vụ ấy trong kế hoạch trước, khi mã đã đổi; để so sánh hai kế hoạch, không in.", "ra_soat";
    /// Those of last year's plan that it takes together.
    optional MERGES merges: Many<Name> = "gop_tu", "Gộp từ", "Mã những nhiệm vụ của kế hoạch trước được gộp thành nhiệm vụ này; để so sánh hai kế hoạch, không in.", "[ra_soat, tap_huan]";
    /// The one of last year's plan of which it is a part.
    optional SPLITS splits: Option<Name> = "tach_tu", "Tách từ", "Mã nhiệm vụ của kế hoạch trước mà nhiệm vụ này tách ra; để so sánh hai kế hoạch, không in.", "ra_soat";
}

impl Read for Task {
    fn kind() -> Kind {
        Kind::Group(&TASK)
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let depth = Limit::GroupsDepth;
        if reader.depth > depth.most() {
            reader.report(depth.exceeded(reader.depth, node.span.first_line()));
            return None;
        }
        reader.depth += 1;
        let task = reader.record(node, key);
        reader.depth -= 1;
        task
    }
}

impl Task {
    /// Whether tasks stand within it.
    pub fn is_group(&self) -> bool {
        !self.tasks.is_empty()
    }

    /// Every task and group, from the outermost in, each with its id, in the order of the file.
    pub fn all<'a>(registry: &'a Registry<Self>) -> Vec<(&'a Id, &'a Self)> {
        let inside =
            |(id, task): (_, &'a Self)| std::iter::once((id, task)).chain(Self::all(&task.tasks)).collect::<Vec<_>>();
        registry.iter().flat_map(inside).collect()
    }

    /// The task or group with an id, at whatever depth.
    pub fn find<'a>(registry: &'a Registry<Self>, id: &str) -> Option<(&'a Id, &'a Self)> {
        let inside = || registry.values().find_map(|task| Self::find(&task.tasks, id));
        registry.entry(id).or_else(inside)
    }

    /// How many tasks there are; a group is none.
    pub fn count(registry: &Registry<Self>) -> usize {
        registry.values().map(|task| if task.is_group() { Self::count(&task.tasks) } else { 1 }).sum()
    }

    /// Its money: its own, else what the tasks within it cost together, as far as that is known.
    pub fn whole(&self) -> Option<Money> {
        self.amount.as_ref().map(|amount| amount.value).or_else(|| Self::total(self.tasks.values()))
    }

    /// What some tasks cost together, as far as that is known.
    pub fn total<'a>(tasks: impl Iterator<Item = &'a Self>) -> Option<Money> {
        let amounts: Vec<_> = tasks.filter_map(Self::whole).collect();
        (!amounts.is_empty()).then(|| Money::sum(amounts))
    }
}
