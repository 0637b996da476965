//! The programme that a plan carries out (chương trình), and its Dự án and Tiểu dự án.

use super::cited::CitedDocument;
use crate::record;
use crate::schema::Many;
use crate::value::{Entity, Home, Name, Period, Ref, Registry, Spanned, Text};

record! {
    /// The programme that a plan carries out.
    pub group Programme, PROGRAMME = "programme_shape", "chương trình";
    /// Its name.
    required_line NAME name: Option<Text> = "ten", "Tên chương trình", "Tên đầy đủ của chương trình.", "Chương trình mục tiêu quốc gia giảm nghèo bền vững";
    /// Its short name.
    optional_line SHORT short: Option<Text> = "ten_ngan", "Tên ngắn", "Tên viết gọn.", "Chương trình giảm nghèo";
    /// The decision that approved it.
    optional DECISION decision: Option<Ref<CitedDocument>> = "van_ban", "Văn bản phê duyệt", "Mã văn bản phê duyệt chương trình.", "qd90";
    /// Its period.
    optional PERIOD period: Option<Spanned<Period>> = "giai_doan", "Giai đoạn", "Giai đoạn của chương trình.", "2021-2025";
    /// Its Dự án and Tiểu dự án.
    optional PROJECTS projects: Registry<ProgrammeProject> = "du_an", "Dự án của chương trình", "Các Dự án và Tiểu dự án, mỗi cái một mã.", "{da1: {so: 1, ten: Đa dạng hóa sinh kế}}";
}

record! {
    /// A Dự án or Tiểu dự án as the programme names it.
    pub group ProgrammeProject, PROGRAMME_PROJECT = "programme_project", "dự án của chương trình";
    /// Its number in the programme, which is not its place in the plan.
    required_line NUMBER number: Option<Text> = "so", "Số thứ tự trong chương trình", "Số của Dự án hoặc Tiểu dự án trong chương trình, không phải thứ tự trong kế hoạch.", "1";
    /// Its name.
    required_line PROJECT_NAME name: Option<Text> = "ten", "Tên", "Tên Dự án hoặc Tiểu dự án.", "Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng";
    /// For a Tiểu dự án, the Dự án it belongs to.
    optional PART_OF part_of: Option<Ref<ProgrammeProject>> = "thuoc", "Thuộc Dự án", "Với Tiểu dự án: mã của Dự án mẹ.", "da3";
    /// The entity of last year's plan that it goes on from.
    optional PROJECT_CONTINUES continues: Option<Name> = "ke_thua", "Kế thừa", "Mã của dự án ấy trong kế hoạch trước, khi mã đã đổi; để so sánh hai kế hoạch, không in.", "da1";
    /// Those of last year's plan that it takes together.
    optional PROJECT_MERGES merges: Many<Name> = "gop_tu", "Gộp từ", "Mã những dự án của kế hoạch trước được gộp thành dự án này; để so sánh hai kế hoạch, không in.", "[da1, da2]";
    /// The one of last year's plan of which it is a part.
    optional PROJECT_SPLITS splits: Option<Name> = "tach_tu", "Tách từ", "Mã dự án của kế hoạch trước mà dự án này tách ra; để so sánh hai kế hoạch, không in.", "da1";
}

impl Programme {
    /// The id of the Dự án of a Tiểu dự án.
    pub fn part_of(&self, id: &str) -> Option<&str> {
        self.projects.get(id)?.part_of.as_ref().map(|parent| parent.name.as_str())
    }
}

impl Entity for ProgrammeProject {
    const HOME: &'static Home = &Home { term: "dự án", place: "khóa «chuong_trinh», phần «du_an»" };
}
