//! A whole plan (kế hoạch): the keys of the outermost level.

use super::appendix::Appendix;
use super::attached::Attachment;
use super::block::{self, Block};
use super::body::Body;
use super::cited::{CitedDocument, LegalBasis};
use super::deadline::due::Counted;
use super::document_type::{self, DocumentType};
use super::duty::{Report, Responsibility};
use super::event::Event;
use super::funding::Funding;
use super::mount::Mount;
use super::numbering::NumberingStyle;
use super::programme::Programme;
use super::project::Project;
use super::recipient::{Recipient, Signature};
use super::table::Table;
use super::target::Target;
use super::task::Task;
use super::waiver::Waiver;
use crate::schema::{Key, Kind, Many, Mean, Meaning, Read, Reader, Visitor, Walk, Whole};
use crate::value::{Date, Id, IdOrText, Period, Registry, Spanned, Text, Year};
use crate::vietnamese::roman;
use crate::yaml::Node;
use crate::{choice, record};

choice! {
    /// How far a plan is on its way to being issued.
    pub enum Status {
        /// Dự thảo: number, day and month may be blank.
        Draft = "du_thao", "dự thảo: số và ngày có thể để trống";
        /// Trình ký: number, day, month and the signer's name may be blank; in all else it is what will be issued.
        Submitted = "trinh_ky", "trình ký: số, ngày, họ tên người ký có thể để trống, không in dấu dự thảo, còn lại như ban hành";
        /// Ban hành: they may not.
        Issued = "ban_hanh", "ban hành: phải đủ số và ngày";
    }
}

choice! {
    /// Dấu chỉ độ khẩn; what is printed.
    pub enum Urgency {
        /// Khẩn.
        Urgent = "khan", "KHẨN";
        /// Thượng khẩn.
        VeryUrgent = "thuong_khan", "THƯỢNG KHẨN";
        /// Hỏa tốc.
        Express = "hoa_toc", "HỎA TỐC";
    }
}

choice! {
    /// Dấu chỉ dẫn lưu hành; what is printed.
    pub enum Circulation {
        /// To be given back.
        Return = "xem_xong_tra_lai", "XEM XONG TRẢ LẠI";
        /// For the office alone.
        Internal = "luu_hanh_noi_bo", "LƯU HÀNH NỘI BỘ";
    }
}

record! {
    /// A plan.
    pub group Plan, PLAN = "plan", "kế hoạch";
    /// Draft, submitted for signature, or issued.
    optional STATUS status: Option<Spanned<Status>> = "trang_thai", "Trạng thái", "Bản dự thảo, bản trình ký hay bản ban hành; không viết là dự thảo.", "du_thao";
    /// Words of the draft mark; `None` for the usual ones.
    optional_line DRAFT_MARK draft_mark: Option<Text> = "dau_du_thao", "Dấu dự thảo", "Chữ trong khung của bản dự thảo; không viết là DỰ THẢO.", "DỰ THẢO LẦN 2";
    /// Dấu chỉ độ khẩn.
    optional URGENCY urgency: Option<Urgency> = "do_khan", "Độ khẩn", "Dấu chỉ độ khẩn, in dưới số và ký hiệu.", "khan";
    /// Dấu chỉ dẫn lưu hành.
    optional CIRCULATION circulation: Option<Circulation> = "luu_hanh", "Chỉ dẫn lưu hành", "Dấu chỉ dẫn phạm vi lưu hành, in ở góc phải phía trên.", "luu_hanh_noi_bo";
    /// The document with which it is issued.
    optional ATTACHED attached: Option<Attachment> = "kem_theo", "Ban hành kèm theo", "Kế hoạch ban hành kèm theo một quyết định: số, ngày, nơi nhận, chữ ký là của quyết định ấy, nên kế hoạch không viết các khóa so, ky_hieu, dia_danh, ngay_ban_hanh, noi_nhan, nguoi_ky.", "{van_ban: qd05}";
    /// Who issues it: one, or several together.
    required_line ISSUERS issuers: Many<IdOrText<Body>> = "co_quan_ban_hanh", "Cơ quan ban hành", "Cơ quan ban hành văn bản: mã cơ quan, hoặc tên đầy đủ; nhiều cơ quan cùng ban hành thì viết danh sách.", "Ủy ban nhân dân xã Bình Minh";
    /// The body above the issuer.
    optional_line PARENT parent: Option<IdOrText<Body>> = "co_quan_chu_quan", "Cơ quan chủ quản trực tiếp", "Cơ quan cấp trên in phía trên cơ quan ban hành; Ủy ban nhân dân không có dòng này.", "UBND xã Bình Minh";
    /// Number, while known.
    optional NUMBER number: Option<Spanned<PlanNumber>> = "so", "Số văn bản", "Số thứ tự trong năm; để trống khi chưa cấp số; giữ số 0 ở đầu thì đặt trong nháy.", "29";
    /// Symbol, such as `KH-UBND`.
    own SYMBOL symbol: Option<Spanned<Symbol>> = "ky_hieu", "Ký hiệu", "Chữ viết tắt tên loại và cơ quan, không có dấu cách.", "KH-UBND";
    /// Place.
    own_line PLACE seat: Option<Text> = "dia_danh", "Địa danh", "Tên nơi cơ quan đóng trụ sở, in trước ngày tháng.", "Bình Minh";
    /// Date of issue.
    own DATE date: Option<Spanned<Date>> = "ngay_ban_hanh", "Ngày ban hành", "Ngày ký; chưa có ngày thì viết tháng/năm.", "26/02/2024";
    /// Trích yếu.
    required_line SUBJECT subject: Option<Text> = "trich_yeu", "Trích yếu nội dung", "Một câu ngắn nói kế hoạch làm gì; xuống dòng trong khối | giữ nguyên.", "Thực hiện giảm nghèo bền vững năm 2026";
    /// Year or years it covers.
    optional PERIOD period: Option<Spanned<Period>> = "thoi_ky", "Thời kỳ", "Năm, giai đoạn hoặc năm học của kế hoạch.", "2021-2025";
    /// The year up to which it looks beyond its period.
    optional VISION vision: Option<Spanned<Year>> = "tam_nhin", "Tầm nhìn", "Năm mà kế hoạch nhìn tới, sau thời kỳ; in sau giai đoạn.", "2045";
    /// Numbering styles from the outermost level in; empty for the usual ones.
    optional NUMBERING numbering: Vec<NumberingStyle> = "danh_so", "Cách đánh số", "Cách đánh số từng cấp, từ ngoài vào; không viết là I. 1. a) - +.", "[\"I.\", \"1.\", \"1.1.\", \"-\", \"+\"]";
    /// Căn cứ.
    optional LEGAL_BASES legal_bases: Vec<LegalBasis> = "can_cu", "Căn cứ ban hành", "Văn bản làm căn cứ, theo thứ tự in; dấu ; và dấu chấm cuối do chương trình đặt.", "[kh21_huyen]";
    /// Opening paragraphs.
    optional OPENING opening: Many<Text> = "mo_dau", "Mở đầu", "Đoạn dẫn vào nội dung, sau căn cứ.", "Ủy ban nhân dân xã ban hành kế hoạch như sau:";
    /// Mục đích.
    optional PURPOSES purposes: Many<Text> = "muc_dich", "Mục đích", "Các mục đích; dùng khi không viết noi_dung.", "Giảm số hộ nghèo của xã.";
    /// Yêu cầu.
    optional DEMANDS demands: Many<Text> = "yeu_cau", "Yêu cầu", "Các yêu cầu; dùng khi không viết noi_dung.", "Hỗ trợ đúng người, đúng lúc.";
    /// Body tree; empty lets the template take the usual outline.
    optional CONTENT content: Vec<Block> = "noi_dung", "Nội dung", "Cây nội dung: mục, đoạn, danh sách, và chỗ in dữ liệu. Không viết thì dùng bố cục thông thường.", "[{muc: Mục đích, noi_dung: [Giảm số hộ nghèo.]}]";
    /// Targets.
    optional TARGETS targets: Registry<Target> = "chi_tieu", "Chỉ tiêu", "Các chỉ tiêu, mỗi chỉ tiêu một mã.", "{ho_ngheo: {ten: tỷ lệ hộ nghèo, giam: 1, don_vi: \"%\"}}";
    /// Projects.
    optional PROJECTS projects: Registry<Project> = "du_an", "Dự án thực hiện", "Các Dự án, Tiểu dự án của chương trình mà kế hoạch thực hiện, theo mã trong chương trình.", "{da1: {chu_tri: vhxh}}";
    /// Funding.
    optional FUNDING funding: Option<Funding> = "kinh_phi", "Kinh phí", "Kinh phí thực hiện.", "{tong: 3.230 triệu đồng}";
    /// Tasks.
    optional TASKS tasks: Registry<Task> = "nhiem_vu", "Nhiệm vụ", "Các nhiệm vụ có người chủ trì và thời hạn, mỗi nhiệm vụ một mã.", "{ra_soat: {viec: Rà soát hộ nghèo}}";
    /// Responsibilities.
    optional RESPONSIBILITIES responsibilities: Vec<Responsibility> = "trach_nhiem", "Trách nhiệm", "Từng cơ quan, người chịu trách nhiệm và việc phải làm.", "[{co_quan: vhxh, viec: [Chủ trì rà soát.]}]";
    /// Reports.
    optional REPORTS reports: Registry<Report> = "bao_cao", "Chế độ báo cáo", "Ai báo cáo cho ai, khi nào.", "{quy: {noi_dung: tiến độ, co_quan: vhxh, gui: ubnd_xa}}";
    /// Events that deadlines are counted from.
    optional EVENTS events: Registry<Event> = "su_kien", "Sự kiện", "Các sự kiện mà thời hạn tính trước hoặc sau, mỗi sự kiện một mã.", "{khai_giang: {ten: lễ khai giảng, ngay: 05/9/2026}}";
    /// Findings that are set aside.
    optional WAIVERS waivers: Vec<Waiver> = "bo_qua", "Bỏ qua", "Những thông báo mà kế hoạch biết và giữ nguyên, mỗi điều có mã, chỗ và lý do; không in ra văn bản.", "[{ma: KH-0301, tai: \"tong: 7.449\", ly_do: giữ đúng số của văn bản đã ban hành}]";
    /// Closing paragraphs.
    optional CLOSING closing: Many<Text> = "ket_thuc", "Kết thúc", "Đoạn cuối trước chữ ký; dấu ./. do chương trình đặt.", "Yêu cầu các đơn vị thực hiện nghiêm túc Kế hoạch này";
    /// Appendices.
    optional APPENDICES appendices: Registry<Appendix> = "phu_luc", "Phụ lục", "Các phụ lục, theo thứ tự in; từ hai phụ lục trở lên được đánh số La Mã.", "{nhu_cau: {ten: Tổng hợp nhu cầu, noi_dung: [{in: kinh_phi, dang: bang}]}}";
    /// Nơi nhận.
    own_line RECIPIENTS recipients: Vec<Recipient> = "noi_nhan", "Nơi nhận", "Nơi nhận văn bản, theo thứ tự in; dòng Lưu do khóa luu.", "[so_nnmt, ubmttq_xa]";
    /// Where the plan is archived.
    optional_line ARCHIVE archive: Many<Text> = "luu", "Lưu", "Nơi lưu; không viết là VT.", "[VT, KT]";
    /// Initials of the drafter.
    optional_line DRAFTER drafter: Option<Text> = "soan_thao", "Người soạn thảo", "Ký hiệu người soạn thảo: chữ viết tắt tên, viết hoa.", "PL";
    /// Number of copies.
    optional COPIES copies: Option<Spanned<Whole<1, 99999>>> = "so_ban", "Số lượng bản", "Số lượng bản phát hành, in sau ký hiệu người soạn thảo.", "300";
    /// Address at the foot of the first page.
    optional_line ADDRESS address: Option<Text> = "dia_chi", "Địa chỉ cơ quan", "Địa chỉ, điện thoại, thư điện tử, in ở chân trang đầu.", "Số 1 đường Hùng Vương, xã Bình Minh. ĐT: 0255.3.123.456";
    /// Who signs: one for each issuer.
    own SIGNATURES signatures: Many<Signature> = "nguoi_ky", "Người ký", "Quyền hạn, chức vụ, họ tên người ký; nhiều cơ quan cùng ban hành thì viết danh sách.", "{chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}";
    /// The programme; the shared one if the plan has none of its own.
    optional PROGRAMME programme: Option<Programme> = "chuong_trinh", "Chương trình", "Chương trình mà kế hoạch thực hiện, với các Dự án của nó.", "{ten: Chương trình giảm nghèo, du_an: {da1: {so: 1, ten: Sinh kế}}}";
    /// Bodies, the plan's own and the shared ones.
    optional BODIES bodies: Registry<Body> = "co_quan", "Cơ quan", "Danh bạ cơ quan, mỗi cơ quan một mã.", "{vhxh: {ten: Công chức Văn hóa - Xã hội}}";
    /// Documents cited, the plan's own and the shared ones.
    optional DOCUMENTS documents: Registry<CitedDocument> = "van_ban", "Văn bản viện dẫn", "Danh mục văn bản viện dẫn, mỗi văn bản một mã.", "{kh21_huyen: {loai: Kế hoạch, so_hieu: 21/KH-UBND}}";
}

impl Plan {
    /// Its type.
    pub fn document_type(&self) -> &'static DocumentType {
        &document_type::PLAN
    }

    /// How far it is on its way to being issued, as it says itself.
    pub fn own_status(&self) -> Status {
        self.status.as_ref().map_or(Status::Draft, |status| status.value)
    }

    /// The document that issues it, where that is not the plan itself.
    pub fn issuing_document(&self) -> Option<&CitedDocument> {
        self.documents.get(&self.attached.as_ref()?.document.as_ref()?.name)
    }

    /// The date of issue: its own, else that of the document that issues it.
    pub fn issue_date(&self) -> Option<Date> {
        let of_document = || self.issuing_document()?.date.as_ref().map(|date| date.value.0);
        self.date.as_ref().map(|date| date.value).or_else(of_document)
    }

    /// The number of an appendix: one by hand, else the Roman numeral among those without one; one alone has none.
    pub fn appendix_number(&self, index: usize) -> String {
        let number = |appendix: &Appendix| appendix.number.as_ref().map(|number| number.value.0.clone());
        let before = self.appendices.values().take(index).filter(|appendix| appendix.number.is_none()).count();
        let own = self.appendices.values().nth(index).and_then(number);
        match own.or_else(|| (self.appendices.len() > 1).then(|| roman(before + 1))) {
            Some(number) => format!("Phụ lục {number}"),
            None => "Phụ lục".to_owned(),
        }
    }

    /// The years it covers: its period, else the year of its date.
    pub fn years(&self) -> Option<Period> {
        let of_date = || self.issue_date().map(|date| Period::of_years(date.year, date.year));
        self.period.as_ref().map(|period| period.value).or_else(of_date)
    }

    /// Its period in words, with the year up to which it looks beyond.
    pub fn period_in_words(&self) -> Option<String> {
        let period = self.period.as_ref()?.display();
        Some(match &self.vision {
            Some(vision) => format!("{period}, tầm nhìn đến năm {}", vision.value.0),
            None => period,
        })
    }

    /// The last year of which it speaks, if it says its period.
    pub fn last_year(&self) -> Option<i32> {
        let vision = self.vision.as_ref().map(|vision| vision.value.0);
        self.period.as_ref().map(|period| vision.map_or(period.to, |vision| vision.max(period.to)))
    }

    /// What its deadlines are counted from.
    pub fn counted(&self) -> Counted<'_> {
        Counted { issued: self.date.as_ref().map(|date| date.value), events: &self.events }
    }

    /// Every place where the body or an appendix prints data.
    pub fn mounts(&self) -> Vec<&Mount> {
        let mut mounts = Vec::new();
        self.trees().for_each(|block| block.mounts(&mut mounts));
        mounts
    }

    /// The outermost parts of the body and of the appendices.
    pub fn trees(&self) -> impl Iterator<Item = &Block> {
        self.content.iter().chain(self.appendices.values().flat_map(|appendix| &appendix.content))
    }

    /// The ids of parts of the body and of the appendices.
    pub fn part_ids(&self) -> Vec<&Id> {
        let mut ids = Vec::new();
        self.trees().for_each(|tree| tree.visit(&mut |block| ids.extend(block.id.as_ref().map(|id| &id.0))));
        ids
    }

    /// The other parts inside data that hold blocks: contents of projects, lists of duties.
    pub fn inner_trees(&self) -> impl Iterator<Item = &Block> {
        let projects = self.projects.values().flat_map(|project| &project.content);
        projects.chain(self.responsibilities.iter().flat_map(|duty| &duty.items))
    }

    /// Whether a table was written that could not be taken.
    pub fn lacks_table(&self) -> bool {
        let mut lacks = false;
        for tree in self.trees().chain(self.inner_trees()) {
            tree.visit(&mut |block| lacks |= block.place.is_refused(block::TABLE.name()));
        }
        lacks
    }

    /// Every table, wherever it stands.
    pub fn tables(&self) -> Vec<&Table> {
        let mut tables = Vec::new();
        for tree in self.trees().chain(self.inner_trees()) {
            tree.visit(&mut |block| tables.extend(block.tables()));
        }
        tables
    }
}

/// The number of a plan, letter for letter: `29`, `0270`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanNumber(pub String);

impl Read for PlanNumber {
    fn kind() -> Kind {
        Kind::Form("một số", "^\\d+$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        reader.parsed(node, key, |text| {
            let text = text.trim();
            let digits = !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
            if digits && text.bytes().any(|byte| byte != b'0') {
                Ok(Self(text.to_owned()))
            } else {
                Err("chỉ viết số, ví dụ so: 29; ký hiệu viết ở khóa ky_hieu; chưa có số thì để trống".to_owned())
            }
        })
    }
}

impl PlanNumber {
    /// The number as it is printed: two digits at least. Phụ lục I, phần I, mục II, khoản 3.
    pub fn display(&self) -> String {
        format!("{:0>2}", self.0)
    }
}

impl Walk for PlanNumber {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

/// The symbol of a plan, such as `KH-UBND`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol(pub String);

impl Read for Symbol {
    fn kind() -> Kind {
        Kind::Form("một ký hiệu", "^[^/ ]+-[^/ ]+$")
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let symbol = document_type::PLAN.symbol;
        reader.parsed(node, key, |text| {
            let text = text.trim();
            let fits = |letter: char| letter.is_alphanumeric() || "-&.".contains(letter);
            let known = text.strip_prefix(symbol).is_some_and(|rest| rest.contains('-'));
            if known && text.chars().all(fits) && text.chars().count() <= 40 {
                Ok(Self(text.to_owned()))
            } else {
                Err(format!("viết {symbol}, gạch nối, chữ viết tắt cơ quan, không dấu cách: {symbol}-UBND"))
            }
        })
    }
}

impl Walk for Symbol {
    fn walk<'a>(&'a self, _: &mut dyn Visitor<'a>) {}
}

impl Mean for PlanNumber {
    fn mean(&self) -> Meaning {
        Meaning::Plain(self.display())
    }
}

impl Mean for Symbol {
    fn mean(&self) -> Meaning {
        Meaning::Plain(self.0.clone())
    }
}
