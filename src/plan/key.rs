//! The table of keys: what a clerk may write, what it means, and an example.
//!
//! Each key stands here once. The reader, messages, the guide and the schema for editors take it from here.

use super::schema::{Field, Kind, Registry, Shape};

/// The styles in which an item of the body may be numbered.
pub static NUMBERING_STYLE: Kind = Kind::Choice(&[
    ("phan", "Phần I, trên dòng riêng"),
    ("I.", "số La Mã"),
    ("1.", "số thường"),
    ("1.1.", "số hai cấp"),
    ("a)", "chữ cái và ngoặc"),
    ("a.", "chữ cái và chấm"),
    ("-", "gạch đầu dòng"),
    ("+", "dấu cộng"),
    ("khong", "không đánh số"),
]);

/// What a cell of a table may be.
pub static CELL: Kind = Kind::Either(&Kind::Text, &Kind::List(&Kind::Text));

/// A part of the body: a paragraph, or a mapping.
pub static BLOCK_KIND: Kind = Kind::Either(&Kind::Text, &Kind::Group(&BLOCK));

// Every shape.

/// `ghi_chu`.
pub static NOTE: Field = Field::optional(
    "ghi_chu",
    "Ghi chú",
    Kind::Text,
    "Lời ghi cho người soạn; không bao giờ được in.",
    "số liệu chờ thôn báo lại",
);

// The plan: what the document is.

/// `trang_thai`.
pub static STATUS: Field = Field::optional(
    "trang_thai",
    "Trạng thái",
    Kind::Choice(&[("du_thao", "dự thảo: số và ngày có thể để trống"), ("ban_hanh", "ban hành: phải đủ số và ngày")]),
    "Bản dự thảo hay bản ban hành; không viết là dự thảo.",
    "du_thao",
);

/// `dau_du_thao`.
pub static DRAFT_MARK: Field = Field::optional(
    "dau_du_thao",
    "Dấu dự thảo",
    Kind::Text,
    "Chữ trong khung của bản dự thảo; không viết là DỰ THẢO.",
    "DỰ THẢO LẦN 2",
);

/// `do_khan`.
pub static URGENCY: Field = Field::optional(
    "do_khan",
    "Độ khẩn",
    Kind::Choice(&[("khan", "KHẨN"), ("thuong_khan", "THƯỢNG KHẨN"), ("hoa_toc", "HỎA TỐC")]),
    "Dấu chỉ độ khẩn, in dưới số và ký hiệu.",
    "khan",
);

/// `luu_hanh`.
pub static CIRCULATION: Field = Field::optional(
    "luu_hanh",
    "Chỉ dẫn lưu hành",
    Kind::Choice(&[("xem_xong_tra_lai", "XEM XONG TRẢ LẠI"), ("luu_hanh_noi_bo", "LƯU HÀNH NỘI BỘ")]),
    "Dấu chỉ dẫn phạm vi lưu hành, in ở góc phải phía trên.",
    "luu_hanh_noi_bo",
);

/// `co_quan_ban_hanh`.
pub static ISSUER: Field = Field::required(
    "co_quan_ban_hanh",
    "Cơ quan ban hành",
    Kind::Either(&Kind::IdOrText(Registry::Bodies), &Kind::List(&Kind::IdOrText(Registry::Bodies))),
    "Cơ quan ban hành văn bản: mã cơ quan, hoặc tên đầy đủ; nhiều cơ quan cùng ban hành thì viết danh sách.",
    "Ủy ban nhân dân xã Bình Minh",
);

/// `co_quan_chu_quan`.
pub static PARENT: Field = Field::optional(
    "co_quan_chu_quan",
    "Cơ quan chủ quản trực tiếp",
    Kind::IdOrText(Registry::Bodies),
    "Cơ quan cấp trên in phía trên cơ quan ban hành; Ủy ban nhân dân không có dòng này.",
    "UBND xã Bình Minh",
);

/// `so`.
pub static NUMBER: Field =
    Field::optional("so", "Số văn bản", Kind::Text, "Số thứ tự trong năm; để trống khi chưa cấp số.", "29");

/// `ky_hieu`.
pub static SYMBOL: Field = Field::required(
    "ky_hieu",
    "Ký hiệu",
    Kind::Text,
    "Chữ viết tắt tên loại và cơ quan, không có dấu cách.",
    "KH-UBND",
);

/// `dia_danh`.
pub static PLACE: Field = Field::required(
    "dia_danh",
    "Địa danh",
    Kind::Text,
    "Tên nơi cơ quan đóng trụ sở, in trước ngày tháng.",
    "Bình Minh",
);

/// `ngay_ban_hanh`.
pub static DATE: Field = Field::required(
    "ngay_ban_hanh",
    "Ngày ban hành",
    Kind::PartialDate,
    "Ngày ký; chưa có ngày thì viết tháng/năm.",
    "26/02/2024",
);

/// `trich_yeu`.
pub static SUBJECT: Field = Field::required(
    "trich_yeu",
    "Trích yếu nội dung",
    Kind::Text,
    "Một câu ngắn nói kế hoạch làm gì; xuống dòng trong khối | giữ nguyên.",
    "Thực hiện giảm nghèo bền vững năm 2026",
);

/// `thoi_ky`.
pub static PERIOD: Field =
    Field::optional("thoi_ky", "Thời kỳ", Kind::Period, "Năm hoặc giai đoạn của kế hoạch.", "2021-2025");

/// `danh_so`.
pub static NUMBERING: Field = Field::optional(
    "danh_so",
    "Cách đánh số",
    Kind::List(&NUMBERING_STYLE),
    "Cách đánh số từng cấp, từ ngoài vào; không viết là I. 1. a) - +.",
    "[\"I.\", \"1.\", \"1.1.\", \"-\", \"+\"]",
);

/// `can_cu`.
pub static LEGAL_BASES: Field = Field::optional(
    "can_cu",
    "Căn cứ ban hành",
    Kind::List(&Kind::Either(&Kind::Id(Registry::Documents), &Kind::Group(&LEGAL_BASIS))),
    "Văn bản làm căn cứ, theo thứ tự in; dấu ; và dấu chấm cuối do chương trình đặt.",
    "[kh21_huyen]",
);

/// `mo_dau`.
pub static OPENING: Field = Field::optional(
    "mo_dau",
    "Mở đầu",
    Kind::Either(&Kind::Text, &Kind::List(&Kind::Text)),
    "Đoạn dẫn vào nội dung, sau căn cứ.",
    "Ủy ban nhân dân xã ban hành kế hoạch như sau:",
);

/// `muc_dich`.
pub static PURPOSES: Field = Field::optional(
    "muc_dich",
    "Mục đích",
    Kind::Either(&Kind::Text, &Kind::List(&Kind::Text)),
    "Các mục đích; dùng khi không viết noi_dung.",
    "Giảm số hộ nghèo của xã.",
);

/// `yeu_cau`.
pub static DEMANDS: Field = Field::optional(
    "yeu_cau",
    "Yêu cầu",
    Kind::Either(&Kind::Text, &Kind::List(&Kind::Text)),
    "Các yêu cầu; dùng khi không viết noi_dung.",
    "Hỗ trợ đúng người, đúng lúc.",
);

/// `chi_tieu`.
pub static TARGETS: Field = Field::optional(
    "chi_tieu",
    "Chỉ tiêu",
    Kind::Dict(&Kind::Group(&TARGET)),
    "Các chỉ tiêu, mỗi chỉ tiêu một mã.",
    "{ho_ngheo: {ten: tỷ lệ hộ nghèo, giam: 1, don_vi: \"%\"}}",
);

/// `du_an`.
pub static PROJECTS: Field = Field::optional(
    "du_an",
    "Dự án thực hiện",
    Kind::Dict(&Kind::Group(&PROJECT)),
    "Các Dự án, Tiểu dự án của chương trình mà kế hoạch thực hiện, theo mã trong chương trình.",
    "{da1: {chu_tri: vhxh}}",
);

/// `kinh_phi`.
pub static FUNDING: Field = Field::optional(
    "kinh_phi",
    "Kinh phí",
    Kind::Group(&FUNDING_SHAPE),
    "Kinh phí thực hiện.",
    "{tong: 3.230 triệu đồng}",
);

/// `nhiem_vu`.
pub static TASKS: Field = Field::optional(
    "nhiem_vu",
    "Nhiệm vụ",
    Kind::Dict(&Kind::Group(&TASK)),
    "Các nhiệm vụ có người chủ trì và thời hạn, mỗi nhiệm vụ một mã.",
    "{ra_soat: {viec: Rà soát hộ nghèo}}",
);

/// `trach_nhiem`.
pub static RESPONSIBILITIES: Field = Field::optional(
    "trach_nhiem",
    "Trách nhiệm",
    Kind::List(&Kind::Group(&RESPONSIBILITY)),
    "Từng cơ quan, người chịu trách nhiệm và việc phải làm.",
    "[{co_quan: vhxh, viec: [Chủ trì rà soát.]}]",
);

/// `bao_cao`.
pub static REPORTS: Field = Field::optional(
    "bao_cao",
    "Chế độ báo cáo",
    Kind::Dict(&Kind::Group(&REPORT)),
    "Ai báo cáo cho ai, khi nào.",
    "{quy: {noi_dung: tiến độ, co_quan: vhxh, gui: ubnd_xa}}",
);

/// `noi_dung`.
pub static BODY: Field = Field::optional(
    "noi_dung",
    "Nội dung",
    Kind::List(&BLOCK_KIND),
    "Cây nội dung: mục, đoạn, danh sách, và chỗ in dữ liệu. Không viết thì dùng bố cục thông thường.",
    "[{muc: Mục đích, noi_dung: [Giảm số hộ nghèo.]}]",
);

/// `ket_thuc`.
pub static CLOSING: Field = Field::optional(
    "ket_thuc",
    "Kết thúc",
    Kind::Either(&Kind::Text, &Kind::List(&Kind::Text)),
    "Đoạn cuối trước chữ ký; dấu ./. do chương trình đặt.",
    "Yêu cầu các đơn vị thực hiện nghiêm túc Kế hoạch này",
);

/// `noi_nhan`.
pub static RECIPIENTS: Field = Field::required(
    "noi_nhan",
    "Nơi nhận",
    Kind::List(&Kind::Either(&Kind::IdOrText(Registry::Bodies), &Kind::Group(&RECIPIENT))),
    "Nơi nhận văn bản, theo thứ tự in; dòng Lưu do khóa luu.",
    "[so_nnmt, ubmttq_xa]",
);

/// `luu`.
pub static ARCHIVE: Field = Field::optional(
    "luu",
    "Lưu",
    Kind::Either(&Kind::Text, &Kind::List(&Kind::Text)),
    "Nơi lưu; không viết là VT.",
    "[VT, KT]",
);

/// `soan_thao`.
pub static DRAFTER: Field = Field::optional(
    "soan_thao",
    "Người soạn thảo",
    Kind::Text,
    "Ký hiệu người soạn thảo: chữ viết tắt tên, viết hoa.",
    "PL",
);

/// `so_ban`.
pub static COPIES: Field = Field::optional(
    "so_ban",
    "Số lượng bản",
    Kind::Number,
    "Số lượng bản phát hành, in sau ký hiệu người soạn thảo.",
    "300",
);

/// `dia_chi`.
pub static ADDRESS: Field = Field::optional(
    "dia_chi",
    "Địa chỉ cơ quan",
    Kind::Text,
    "Địa chỉ, điện thoại, thư điện tử, in ở chân trang đầu.",
    "Số 1 đường Hùng Vương, xã Bình Minh. ĐT: 0255.3.123.456",
);

/// `nguoi_ky`.
pub static SIGNATURE: Field = Field::required(
    "nguoi_ky",
    "Người ký",
    Kind::Either(&Kind::Group(&SIGNATURE_SHAPE), &Kind::List(&Kind::Group(&SIGNATURE_SHAPE))),
    "Quyền hạn, chức vụ, họ tên người ký; nhiều cơ quan cùng ban hành thì viết danh sách.",
    "{chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}",
);

/// `phu_luc`.
pub static APPENDICES: Field = Field::optional(
    "phu_luc",
    "Phụ lục",
    Kind::Dict(&Kind::Group(&APPENDIX)),
    "Các phụ lục, theo thứ tự in; từ hai phụ lục trở lên được đánh số La Mã.",
    "{nhu_cau: {ten: Tổng hợp nhu cầu, noi_dung: [{in: kinh_phi, dang: bang}]}}",
);

/// `chuong_trinh`.
pub static PROGRAMME: Field = Field::optional(
    "chuong_trinh",
    "Chương trình",
    Kind::Group(&PROGRAMME_SHAPE),
    "Chương trình mà kế hoạch thực hiện, với các Dự án của nó.",
    "{ten: Chương trình giảm nghèo, du_an: {da1: {so: 1, ten: Sinh kế}}}",
);

/// `co_quan`.
pub static BODIES: Field = Field::optional(
    "co_quan",
    "Cơ quan",
    Kind::Dict(&Kind::Group(&BODY_ENTRY)),
    "Danh bạ cơ quan, mỗi cơ quan một mã.",
    "{vhxh: {ten: Công chức Văn hóa - Xã hội}}",
);

/// `van_ban`.
pub static DOCUMENTS: Field = Field::optional(
    "van_ban",
    "Văn bản viện dẫn",
    Kind::Dict(&Kind::Group(&DOCUMENT)),
    "Danh mục văn bản viện dẫn, mỗi văn bản một mã.",
    "{kh21_huyen: {loai: Kế hoạch, so_hieu: 21/KH-UBND}}",
);

/// Keys: kế hoạch.
pub static PLAN: Shape = Shape {
    name: "plan",
    title: "kế hoạch",
    fields: &[
        &STATUS,
        &DRAFT_MARK,
        &URGENCY,
        &CIRCULATION,
        &ISSUER,
        &PARENT,
        &NUMBER,
        &SYMBOL,
        &PLACE,
        &DATE,
        &SUBJECT,
        &PERIOD,
        &NUMBERING,
        &LEGAL_BASES,
        &OPENING,
        &PURPOSES,
        &DEMANDS,
        &BODY,
        &TARGETS,
        &PROJECTS,
        &FUNDING,
        &TASKS,
        &RESPONSIBILITIES,
        &REPORTS,
        &CLOSING,
        &APPENDICES,
        &RECIPIENTS,
        &ARCHIVE,
        &DRAFTER,
        &COPIES,
        &ADDRESS,
        &SIGNATURE,
        &PROGRAMME,
        &BODIES,
        &DOCUMENTS,
        &NOTE,
    ],
};

/// Keys: tệp dùng chung.
pub static SHARED: Shape =
    Shape { name: "shared", title: "tệp dùng chung", fields: &[&PROGRAMME, &BODIES, &DOCUMENTS, &NOTE] };

// Legal bases.

/// `dong_tu`.
pub static BASIS_VERB: Field =
    Field::optional("dong_tu", "Động từ", Kind::Text, "Từ mở đầu căn cứ; không viết là Căn cứ.", "Thực hiện");

/// `van_ban`.
pub static BASIS_DOCUMENT: Field = Field::optional(
    "van_ban",
    "Văn bản",
    Kind::Either(&Kind::Id(Registry::Documents), &Kind::List(&Kind::Id(Registry::Documents))),
    "Mã văn bản, hoặc nhiều mã dưới cùng một động từ.",
    "kh21_huyen",
);

/// `theo_de_nghi`.
pub static BASIS_PROPOSER: Field = Field::optional(
    "theo_de_nghi",
    "Theo đề nghị của",
    Kind::IdOrText(Registry::Bodies),
    "Cơ quan, chức danh đề nghị; văn bản là Tờ trình của họ.",
    "kinh_te",
);

/// `loi`.
pub static BASIS_TEXT: Field =
    Field::optional("loi", "Lời", Kind::Text, "Lời viết tay thay cho phần viện dẫn.", "chức năng, nhiệm vụ được giao");

/// Keys: căn cứ.
pub static LEGAL_BASIS: Shape = Shape {
    name: "legal_basis",
    title: "căn cứ",
    fields: &[&BASIS_VERB, &BASIS_PROPOSER, &BASIS_DOCUMENT, &BASIS_TEXT, &NOTE],
};

// Bodies.

/// `ten`.
pub static BODY_NAME: Field =
    Field::required("ten", "Tên đầy đủ", Kind::Text, "Tên chính thức, đầy đủ.", "Ủy ban nhân dân xã Bình Minh");

/// `ten_ngan`.
pub static BODY_SHORT: Field =
    Field::optional("ten_ngan", "Tên ngắn", Kind::Text, "Tên viết gọn dùng trong câu.", "UBND xã Bình Minh");

/// `dong`.
pub static BODY_LINES: Field = Field::optional(
    "dong",
    "Dòng in ở đầu văn bản",
    Kind::List(&Kind::Text),
    "Cách ngắt tên thành dòng ở ô cơ quan ban hành; không viết thì ngắt sau Ủy ban nhân dân.",
    "[Ủy ban nhân dân, xã Bình Minh]",
);

/// `thuoc`.
pub static BODY_PARENT: Field =
    Field::optional("thuoc", "Trực thuộc", Kind::Id(Registry::Bodies), "Cơ quan cấp trên trực tiếp.", "ubnd_xa");

/// `nhom`.
pub static BODY_GROUPS: Field = Field::optional(
    "nhom",
    "Nhóm",
    Kind::List(&Kind::Text),
    "Các nhóm mà cơ quan thuộc về, như ban_nganh.",
    "[ban_nganh]",
);

/// `tu_ngay`.
pub static BODY_FROM: Field =
    Field::optional("tu_ngay", "Có từ ngày", Kind::Date, "Ngày cơ quan bắt đầu có tên này.", "01/7/2025");

/// `den_ngay`.
pub static BODY_UNTIL: Field =
    Field::optional("den_ngay", "Đến ngày", Kind::Date, "Ngày cuối cùng cơ quan còn tên này.", "30/6/2025");

/// Keys: cơ quan.
pub static BODY_ENTRY: Shape = Shape {
    name: "body_entry",
    title: "cơ quan",
    fields: &[&BODY_NAME, &BODY_SHORT, &BODY_LINES, &BODY_PARENT, &BODY_GROUPS, &BODY_FROM, &BODY_UNTIL, &NOTE],
};

// Documents cited.

/// `loai`.
pub static DOCUMENT_KIND: Field =
    Field::required("loai", "Tên loại", Kind::Text, "Tên loại văn bản, viết hoa chữ đầu.", "Kế hoạch");

/// `so_hieu`.
pub static DOCUMENT_NUMBER: Field = Field::optional(
    "so_hieu",
    "Số, ký hiệu",
    Kind::Text,
    "Số và ký hiệu, không có dấu cách; Luật không cần.",
    "21/KH-UBND",
);

/// `ngay`.
pub static DOCUMENT_DATE: Field =
    Field::optional("ngay", "Ngày ban hành", Kind::Date, "Ngày ban hành của văn bản.", "29/02/2024");

/// `co_quan`.
pub static DOCUMENT_ISSUER: Field = Field::optional(
    "co_quan",
    "Cơ quan ban hành",
    Kind::IdOrText(Registry::Bodies),
    "Cơ quan ban hành: mã hoặc tên; Luật không cần.",
    "ubnd_huyen",
);

/// `trich_yeu`.
pub static DOCUMENT_SUBJECT: Field = Field::optional(
    "trich_yeu",
    "Trích yếu",
    Kind::Text,
    "Trích yếu, viết thường chữ đầu; với Luật là tên luật.",
    "về việc giảm nghèo bền vững năm 2024",
);

/// `thuc_hien`.
pub static DOCUMENT_CARRIES_OUT: Field = Field::optional(
    "thuc_hien",
    "Thực hiện văn bản",
    Kind::Id(Registry::Documents),
    "Văn bản cấp trên mà văn bản này thực hiện.",
    "qd90",
);

/// `duong_dan`.
pub static DOCUMENT_URL: Field =
    Field::optional("duong_dan", "Đường dẫn", Kind::Text, "Nơi đọc được toàn văn; không in.", "vanban.chinhphu.vn");

/// Keys: văn bản viện dẫn.
pub static DOCUMENT: Shape = Shape {
    name: "document",
    title: "văn bản viện dẫn",
    fields: &[
        &DOCUMENT_KIND,
        &DOCUMENT_NUMBER,
        &DOCUMENT_DATE,
        &DOCUMENT_ISSUER,
        &DOCUMENT_SUBJECT,
        &DOCUMENT_CARRIES_OUT,
        &DOCUMENT_URL,
        &NOTE,
    ],
};

// The programme.

/// `ten`.
pub static PROGRAMME_NAME: Field = Field::required(
    "ten",
    "Tên chương trình",
    Kind::Text,
    "Tên đầy đủ của chương trình.",
    "Chương trình mục tiêu quốc gia giảm nghèo bền vững",
);

/// `ten_ngan`.
pub static PROGRAMME_SHORT: Field =
    Field::optional("ten_ngan", "Tên ngắn", Kind::Text, "Tên viết gọn.", "Chương trình giảm nghèo");

/// `van_ban`.
pub static PROGRAMME_DECISION: Field = Field::optional(
    "van_ban",
    "Văn bản phê duyệt",
    Kind::Id(Registry::Documents),
    "Mã văn bản phê duyệt chương trình.",
    "qd90",
);

/// `giai_doan`.
pub static PROGRAMME_PERIOD: Field =
    Field::optional("giai_doan", "Giai đoạn", Kind::Period, "Giai đoạn của chương trình.", "2021-2025");

/// `du_an`.
pub static PROGRAMME_PROJECTS: Field = Field::optional(
    "du_an",
    "Dự án của chương trình",
    Kind::Dict(&Kind::Group(&PROGRAMME_PROJECT)),
    "Các Dự án và Tiểu dự án, mỗi cái một mã.",
    "{da1: {so: 1, ten: Đa dạng hóa sinh kế}}",
);

/// Keys: chương trình.
pub static PROGRAMME_SHAPE: Shape = Shape {
    name: "programme_shape",
    title: "chương trình",
    fields: &[&PROGRAMME_NAME, &PROGRAMME_SHORT, &PROGRAMME_DECISION, &PROGRAMME_PERIOD, &PROGRAMME_PROJECTS, &NOTE],
};

/// `so`.
pub static PROJECT_NUMBER: Field = Field::required(
    "so",
    "Số thứ tự trong chương trình",
    Kind::Text,
    "Số của Dự án hoặc Tiểu dự án trong chương trình, không phải thứ tự trong kế hoạch.",
    "1",
);

/// `ten`.
pub static PROJECT_NAME: Field = Field::required(
    "ten",
    "Tên",
    Kind::Text,
    "Tên Dự án hoặc Tiểu dự án.",
    "Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng",
);

/// `thuoc`.
pub static PROJECT_OF: Field =
    Field::optional("thuoc", "Thuộc Dự án", Kind::Id(Registry::Projects), "Với Tiểu dự án: mã của Dự án mẹ.", "da3");

/// Keys: dự án của chương trình.
pub static PROGRAMME_PROJECT: Shape = Shape {
    name: "programme_project",
    title: "dự án của chương trình",
    fields: &[&PROJECT_NUMBER, &PROJECT_NAME, &PROJECT_OF, &NOTE],
};

// Projects in the plan.

/// `chu_tri`.
pub static PROJECT_LEAD: Field =
    Field::optional("chu_tri", "Chủ trì", Kind::Id(Registry::Bodies), "Cơ quan chủ trì, duy nhất một cơ quan.", "vhxh");

/// `dong_chu_tri`.
pub static PROJECT_CO_LEADS: Field = Field::optional(
    "dong_chu_tri",
    "Đồng chủ trì",
    Kind::Either(
        &Kind::Either(&Kind::Id(Registry::Bodies), &Kind::List(&Kind::Id(Registry::Bodies))),
        &Kind::Dict(&Kind::Text),
    ),
    "Các cơ quan cùng chủ trì; có phần việc riêng thì viết mã: phần việc.",
    "{tram_y_te: phần khám sức khỏe}",
);

/// `phoi_hop`.
pub static PROJECT_COOPERATING: Field = Field::optional(
    "phoi_hop",
    "Phối hợp",
    Kind::Either(&Kind::Id(Registry::Bodies), &Kind::List(&Kind::Id(Registry::Bodies))),
    "Các cơ quan phối hợp.",
    "[dcnn, tckt]",
);

/// `muc_tieu`.
pub static PROJECT_GOAL: Field = Field::optional(
    "muc_tieu",
    "Mục tiêu",
    Kind::Either(&Kind::Text, &Kind::List(&Kind::Text)),
    "Mục tiêu của dự án trong kế hoạch; nhiều mục tiêu thì viết danh sách.",
    "Hộ nghèo có việc làm ổn định.",
);

/// `doi_tuong`.
pub static PROJECT_GROUPS: Field = Field::optional(
    "doi_tuong",
    "Đối tượng",
    Kind::Either(&Kind::Text, &Kind::List(&Kind::Text)),
    "Những người được hỗ trợ; nhiều đối tượng thì viết danh sách.",
    "[Người lao động thuộc hộ nghèo]",
);

/// `noi_dung`.
pub static PROJECT_CONTENT: Field = Field::optional(
    "noi_dung",
    "Nội dung",
    Kind::List(&BLOCK_KIND),
    "Nội dung hỗ trợ.",
    "[Tập huấn kỹ thuật chăn nuôi]",
);

/// `kinh_phi`.
pub static PROJECT_FUNDING: Field = Field::optional(
    "kinh_phi",
    "Kinh phí",
    Kind::Text,
    "Kinh phí bằng lời, khi chưa có số tiền.",
    "theo nguồn ngân sách được phân bổ",
);

/// `so_tien`.
pub static PROJECT_AMOUNT: Field =
    Field::optional("so_tien", "Số tiền", Kind::Money, "Kinh phí của dự án trong kế hoạch.", "15.000.000 đồng");

/// `phan_cong`.
pub static PROJECT_ASSIGNMENT: Field = Field::optional(
    "phan_cong",
    "Phân công thực hiện",
    Kind::Text,
    "Câu phân công viết tay, thay cho dòng chủ trì và phối hợp.",
    "Phòng Kinh tế chủ trì, phối hợp với các thôn thực hiện",
);

/// Keys: dự án thực hiện.
pub static PROJECT: Shape = Shape {
    name: "project",
    title: "dự án thực hiện",
    fields: &[
        &PROJECT_LEAD,
        &PROJECT_CO_LEADS,
        &PROJECT_COOPERATING,
        &PROJECT_GOAL,
        &PROJECT_GROUPS,
        &PROJECT_CONTENT,
        &PROJECT_AMOUNT,
        &PROJECT_FUNDING,
        &PROJECT_ASSIGNMENT,
        &NOTE,
    ],
};

// Targets.

/// `loi`.
pub static TARGET_TEXT: Field = Field::optional(
    "loi",
    "Lời",
    Kind::Text,
    "Câu viết tay; thay cho câu do chương trình đặt.",
    "Hạn chế tái nghèo và phát sinh hộ nghèo mới",
);

/// `mo`.
pub static TARGET_LEAD_IN: Field =
    Field::optional("mo", "Từ mở đầu", Kind::Text, "Từ đặt trước câu, như Phấn đấu.", "Phấn đấu");

/// `ten`.
pub static TARGET_NAME: Field =
    Field::optional("ten", "Tên chỉ tiêu", Kind::Text, "Đại lượng được đo, viết thường.", "tỷ lệ hộ nghèo toàn xã");

/// `doi_tuong`.
pub static TARGET_POPULATION: Field =
    Field::optional("doi_tuong", "Đối tượng", Kind::Text, "Người hoặc hộ được đếm.", "hộ nghèo, hộ cận nghèo");

/// `ket_qua`.
pub static TARGET_RESULT: Field =
    Field::optional("ket_qua", "Kết quả", Kind::Text, "Điều đạt được với đối tượng.", "được hỗ trợ nhà ở");

/// `so_sanh`.
pub static TARGET_COMPARATOR: Field = Field::optional(
    "so_sanh",
    "So sánh",
    Kind::Choice(&[
        ("it_nhat", "ít nhất"),
        ("toi_thieu", "tối thiểu"),
        ("toi_da", "tối đa"),
        ("khong_qua", "không quá"),
        ("tren", "trên"),
        ("duoi", "dưới"),
        ("khoang", "khoảng"),
    ]),
    "Quan hệ với giá trị; không viết là bằng đúng.",
    "it_nhat",
);

/// `gia_tri`.
pub static TARGET_VALUE: Field = Field::optional("gia_tri", "Giá trị", Kind::Number, "Mức phải đạt.", "96");

/// `tu`.
pub static TARGET_FROM: Field = Field::optional("tu", "Từ mức", Kind::Number, "Mức đầu kỳ.", "0,82");

/// `den`.
pub static TARGET_TO: Field = Field::optional("den", "Đến mức", Kind::Number, "Mức cuối kỳ.", "0,79");

/// `con`.
pub static TARGET_LEVEL: Field = Field::optional("con", "Còn mức", Kind::Number, "Mức còn lại vào cuối kỳ.", "6,11");

/// `moi`.
pub static TARGET_PER: Field = Field::optional("moi", "Mỗi", Kind::Text, "Đơn vị thời gian của giá trị.", "năm");

/// `phan`.
pub static TARGET_FRACTION: Field = Field::optional("phan", "Phần", Kind::Text, "Phần của mức đầu kỳ, như 1/2.", "1/2");

/// `so_voi`.
pub static TARGET_AGAINST: Field = Field::optional("so_voi", "So với", Kind::Text, "Mốc để so sánh.", "đầu kỳ");

/// `giam`.
pub static TARGET_DECREASE: Field = Field::optional(
    "giam",
    "Giảm",
    Kind::Either(&Kind::Number, &Kind::List(&Kind::Number)),
    "Lượng giảm; khoảng thì viết hai số.",
    "2",
);

/// `tang`.
pub static TARGET_INCREASE: Field = Field::optional(
    "tang",
    "Tăng",
    Kind::Either(&Kind::Number, &Kind::List(&Kind::Number)),
    "Lượng tăng; khoảng thì viết hai số.",
    "5",
);

/// `don_vi`.
pub static TARGET_UNIT: Field =
    Field::optional("don_vi", "Đơn vị", Kind::Text, "Đơn vị của giá trị; % viết liền sau số.", "%");

/// `chuan`.
pub static TARGET_STANDARD: Field =
    Field::optional("chuan", "Chuẩn", Kind::Text, "Chuẩn dùng để đo.", "chuẩn nghèo đa chiều giai đoạn 2022 - 2025");

/// `thoi_han`.
pub static TARGET_DEADLINE: Field =
    Field::optional("thoi_han", "Thời hạn", Kind::Text, "Thời điểm phải đạt.", "cuối năm 2024");

/// `nhom`.
pub static TARGET_GROUP: Field =
    Field::optional("nhom", "Nhóm", Kind::Text, "Tên nhóm để in riêng từng nhóm chỉ tiêu.", "viec_lam");

/// `phu_trach`.
pub static TARGET_OWNER: Field = Field::optional(
    "phu_trach",
    "Phụ trách",
    Kind::Id(Registry::Bodies),
    "Cơ quan chịu trách nhiệm về chỉ tiêu.",
    "vhxh",
);

/// `giao`.
pub static TARGET_SET_BY: Field = Field::optional(
    "giao",
    "Do cấp trên giao",
    Kind::Text,
    "Cấp trên giao giá trị, khi kế hoạch không tự nêu số.",
    "thành phố",
);

/// `chi_so`.
pub static TARGET_INDICATOR: Field = Field::optional(
    "chi_so",
    "Chỉ số thiếu hụt",
    Kind::Either(&Kind::Number, &Kind::List(&Kind::Number)),
    "Số của chỉ số thiếu hụt dịch vụ xã hội cơ bản, từ 1 đến 12; không in trừ khi câu gọi tới.",
    "3",
);

/// `nguon_so_lieu`.
pub static TARGET_DATA: Field = Field::optional(
    "nguon_so_lieu",
    "Nguồn số liệu",
    Kind::Text,
    "Số liệu lấy từ đâu; không in.",
    "kết quả rà soát cuối năm 2025",
);

/// `tung_nam`.
pub static TARGET_STEPS: Field = Field::optional(
    "tung_nam",
    "Từng năm",
    Kind::Dict(&Kind::Number),
    "Mức phải đạt từng năm.",
    "{2023: \"5,2\", 2024: \"4,1\"}",
);

/// `trong_do`.
pub static TARGET_PARTS: Field = Field::optional(
    "trong_do",
    "Trong đó",
    Kind::Dict(&Kind::Group(&TARGET)),
    "Các chỉ tiêu con, nằm trong chỉ tiêu này.",
    "{chung_chi: {ten: có chứng chỉ, gia_tri: 25, don_vi: \"%\"}}",
);

/// `phan_bo`.
pub static TARGET_BREAKDOWN: Field = Field::optional(
    "phan_bo",
    "Phân bổ",
    Kind::List(&Kind::Group(&SHARE)),
    "Giá trị theo từng nơi; tổng phải bằng giá trị của chỉ tiêu.",
    "[{noi: Khu phố 1, gia_tri: 1}]",
);

/// Keys: chỉ tiêu.
pub static TARGET: Shape = Shape {
    name: "target",
    title: "chỉ tiêu",
    fields: &[
        &TARGET_TEXT,
        &TARGET_LEAD_IN,
        &TARGET_NAME,
        &TARGET_POPULATION,
        &TARGET_RESULT,
        &TARGET_COMPARATOR,
        &TARGET_VALUE,
        &TARGET_LEVEL,
        &TARGET_FROM,
        &TARGET_TO,
        &TARGET_DECREASE,
        &TARGET_INCREASE,
        &TARGET_FRACTION,
        &TARGET_UNIT,
        &TARGET_PER,
        &TARGET_AGAINST,
        &TARGET_STANDARD,
        &TARGET_DEADLINE,
        &TARGET_GROUP,
        &TARGET_OWNER,
        &TARGET_SET_BY,
        &TARGET_INDICATOR,
        &TARGET_DATA,
        &TARGET_STEPS,
        &TARGET_PARTS,
        &TARGET_BREAKDOWN,
        &NOTE,
    ],
};

/// `noi`.
pub static SHARE_PLACE: Field = Field::required("noi", "Nơi", Kind::Text, "Tên thôn, khu phố, đơn vị.", "Khu phố 1");

/// `gia_tri`.
pub static SHARE_VALUE: Field = Field::required("gia_tri", "Giá trị", Kind::Number, "Giá trị của nơi đó.", "1");

/// Keys: phần của một nơi.
pub static SHARE: Shape =
    Shape { name: "share", title: "phần của một nơi", fields: &[&SHARE_PLACE, &SHARE_VALUE, &NOTE] };

// Funding.

/// `don_vi`.
pub static FUNDING_UNIT: Field = Field::optional(
    "don_vi",
    "Đơn vị tính",
    Kind::Choice(&[
        ("tỷ đồng", "tỷ đồng"),
        ("triệu đồng", "triệu đồng"),
        ("nghìn đồng", "nghìn đồng"),
        ("đồng", "đồng"),
    ]),
    "Đơn vị dùng khi in; không viết là triệu đồng.",
    "triệu đồng",
);

/// `tong`.
pub static FUNDING_TOTAL: Field = Field::optional(
    "tong",
    "Tổng kinh phí",
    Kind::Money,
    "Tổng; không viết thì cộng từ các khoản.",
    "3.230 triệu đồng",
);

/// `ghi`.
pub static FUNDING_STATED: Field = Field::optional(
    "ghi",
    "Tổng ghi trong văn bản gốc",
    Kind::Money,
    "Tổng mà văn bản gốc ghi, khi khác tổng tính được; được in, kèm cảnh báo.",
    "3.235 triệu đồng",
);

/// `loi`.
pub static FUNDING_TEXT: Field = Field::optional(
    "loi",
    "Lời",
    Kind::Text,
    "Kinh phí bằng lời, khi chưa có số tổng.",
    "theo nguồn được ngân sách tỉnh phân bổ",
);

/// `nguon`.
pub static FUNDING_SOURCES: Field = Field::optional(
    "nguon",
    "Nguồn vốn",
    Kind::Dict(&Kind::Group(&SOURCE)),
    "Các nguồn vốn, mỗi nguồn một mã.",
    "{xhh: {ten: nguồn xã hội hóa}}",
);

/// `khoan`.
pub static FUNDING_ITEMS: Field = Field::optional(
    "khoan",
    "Khoản chi",
    Kind::Dict(&Kind::Group(&FUNDING_ITEM)),
    "Các khoản chi, mỗi khoản một mã.",
    "{bon: {ten: Bồn chứa nước, so_tien: 3 triệu đồng}}",
);

/// Keys: kinh phí.
pub static FUNDING_SHAPE: Shape = Shape {
    name: "funding_shape",
    title: "kinh phí",
    fields: &[&FUNDING_UNIT, &FUNDING_TOTAL, &FUNDING_STATED, &FUNDING_TEXT, &FUNDING_SOURCES, &FUNDING_ITEMS, &NOTE],
};

/// `ten`.
pub static SOURCE_NAME: Field = Field::required("ten", "Tên nguồn", Kind::Text, "Tên nguồn vốn.", "nguồn xã hội hóa");

/// Keys: nguồn vốn.
pub static SOURCE: Shape = Shape { name: "source", title: "nguồn vốn", fields: &[&SOURCE_NAME, &NOTE] };

/// `ten`.
pub static ITEM_NAME: Field =
    Field::required("ten", "Tên khoản", Kind::Text, "Khoản chi dùng vào việc gì.", "Bồn chứa nước");

/// `nhom`.
pub static ITEM_GROUP: Field =
    Field::optional("nhom", "Nhóm", Kind::Text, "Tên nhóm khoản chi, in làm tiêu đề chung.", "Nhu cầu nước sinh hoạt");

/// `so_luong`.
pub static ITEM_COUNT: Field = Field::optional("so_luong", "Số lượng", Kind::Number, "Số đơn vị.", "2");

/// `don_vi`.
pub static ITEM_UNIT: Field = Field::optional("don_vi", "Đơn vị của số lượng", Kind::Text, "Đơn vị đếm.", "nhu cầu");

/// `so_tien`.
pub static ITEM_AMOUNT: Field =
    Field::optional("so_tien", "Số tiền", Kind::Money, "Tổng số tiền của khoản.", "3 triệu đồng");

/// `theo`.
pub static ITEM_BASIS: Field = Field::optional(
    "theo",
    "Theo",
    Kind::Choice(&[("phan_bo", "theo nguồn được phân bổ"), ("nhu_cau", "theo nhu cầu thực tế")]),
    "Thay cho số tiền khi chưa xác định được.",
    "phan_bo",
);

/// `du_an`.
pub static ITEM_PROJECT: Field =
    Field::optional("du_an", "Dự án", Kind::Id(Registry::Projects), "Dự án mà khoản chi thuộc về.", "da2");

/// `phan_bo`.
pub static ITEM_ALLOCATIONS: Field = Field::optional(
    "phan_bo",
    "Phân bổ",
    Kind::List(&Kind::Group(&ALLOCATION)),
    "Số tiền theo nguồn và năm; tổng là số tiền của khoản.",
    "[{nguon: nstw, nam: 2026, so_tien: 2 triệu đồng}]",
);

/// `muc_toi_da`.
pub static ITEM_CAP: Field =
    Field::optional("muc_toi_da", "Mức tối đa", Kind::Money, "Mức tối đa cho một đơn vị.", "4 triệu đồng");

/// `muc_toi_da_cho`.
pub static ITEM_CAP_UNIT: Field =
    Field::optional("muc_toi_da_cho", "Mức tối đa tính cho", Kind::Text, "Đơn vị mà mức tối đa áp dụng.", "hộ");

/// `nguon`.
pub static ITEM_SOURCES: Field = Field::optional(
    "nguon",
    "Nguồn vốn",
    Kind::Either(&Kind::Id(Registry::Sources), &Kind::List(&Kind::Id(Registry::Sources))),
    "Mã nguồn vốn.",
    "xhh",
);

/// `loi`.
pub static ITEM_TEXT: Field = Field::optional(
    "loi",
    "Lời thêm",
    Kind::Text,
    "Lời thêm sau số tiền: ai huy động, cách cấp.",
    "Ủy ban nhân dân xã vận động",
);

/// Keys: khoản chi.
pub static FUNDING_ITEM: Shape = Shape {
    name: "funding_item",
    title: "khoản chi",
    fields: &[
        &ITEM_NAME,
        &ITEM_GROUP,
        &ITEM_PROJECT,
        &ITEM_COUNT,
        &ITEM_UNIT,
        &ITEM_AMOUNT,
        &ITEM_BASIS,
        &ITEM_CAP,
        &ITEM_CAP_UNIT,
        &ITEM_SOURCES,
        &ITEM_ALLOCATIONS,
        &ITEM_TEXT,
        &NOTE,
    ],
};

/// `nguon`.
pub static ALLOCATION_SOURCE: Field =
    Field::required("nguon", "Nguồn vốn", Kind::Id(Registry::Sources), "Mã nguồn vốn.", "nstw");

/// `nam`.
pub static ALLOCATION_YEAR: Field =
    Field::optional("nam", "Năm", Kind::Period, "Năm; không viết là năm của kế hoạch.", "2026");

/// `so_tien`.
pub static ALLOCATION_AMOUNT: Field = Field::required("so_tien", "Số tiền", Kind::Money, "Số tiền.", "2 triệu đồng");

/// Keys: phần phân bổ.
pub static ALLOCATION: Shape = Shape {
    name: "allocation",
    title: "phần phân bổ",
    fields: &[&ALLOCATION_SOURCE, &ALLOCATION_YEAR, &ALLOCATION_AMOUNT, &NOTE],
};

// Tasks, duties, reports.

/// `viec`.
pub static TASK_TEXT: Field =
    Field::required("viec", "Việc", Kind::Text, "Việc phải làm.", "Rà soát hộ nghèo, hộ cận nghèo");

/// `chu_tri`.
pub static TASK_LEAD: Field =
    Field::optional("chu_tri", "Chủ trì", Kind::Id(Registry::Bodies), "Cơ quan chủ trì.", "vhxh");

/// `phoi_hop`.
pub static TASK_COOPERATING: Field = Field::optional(
    "phoi_hop",
    "Phối hợp",
    Kind::Either(&Kind::Id(Registry::Bodies), &Kind::List(&Kind::Id(Registry::Bodies))),
    "Các cơ quan phối hợp.",
    "[tram_y_te]",
);

/// `dong_chu_tri`.
pub static TASK_CO_LEADS: Field = Field::optional(
    "dong_chu_tri",
    "Đồng chủ trì",
    Kind::Either(
        &Kind::Either(&Kind::Id(Registry::Bodies), &Kind::List(&Kind::Id(Registry::Bodies))),
        &Kind::Dict(&Kind::Text),
    ),
    "Các cơ quan cùng chủ trì; có phần việc riêng thì viết mã: phần việc.",
    "{tram_y_te: phần khám sức khỏe}",
);

/// `thoi_han`.
pub static TASK_DEADLINE: Field = Field::optional(
    "thoi_han",
    "Thời hạn",
    Kind::Either(&Kind::Text, &Kind::Group(&DEADLINE)),
    "Thời hạn: một câu, hoặc ngày, quý, định kỳ.",
    "{truoc_ngay: 15/12/2024}",
);

/// `du_an`.
pub static TASK_PROJECT: Field =
    Field::optional("du_an", "Dự án", Kind::Id(Registry::Projects), "Dự án mà nhiệm vụ thuộc về.", "da2");

/// `chi_tieu`.
pub static TASK_TARGETS: Field = Field::optional(
    "chi_tieu",
    "Chỉ tiêu",
    Kind::Either(&Kind::Id(Registry::Targets), &Kind::List(&Kind::Id(Registry::Targets))),
    "Các chỉ tiêu mà nhiệm vụ phục vụ.",
    "[ho_ngheo]",
);

/// `san_pham`.
pub static TASK_PRODUCT: Field =
    Field::optional("san_pham", "Sản phẩm", Kind::Text, "Kết quả phải có.", "Báo cáo kết quả rà soát");

/// Keys: nhiệm vụ.
pub static TASK: Shape = Shape {
    name: "task",
    title: "nhiệm vụ",
    fields: &[
        &TASK_TEXT,
        &TASK_LEAD,
        &TASK_CO_LEADS,
        &TASK_COOPERATING,
        &TASK_DEADLINE,
        &TASK_PRODUCT,
        &TASK_PROJECT,
        &TASK_TARGETS,
        &NOTE,
    ],
};

/// `co_quan`.
pub static DUTY_BODY: Field = Field::required(
    "co_quan",
    "Cơ quan",
    Kind::Either(&Kind::Id(Registry::Bodies), &Kind::List(&Kind::Id(Registry::Bodies))),
    "Mã cơ quan, hoặc nhiều mã.",
    "vhxh",
);

/// `tieu_de`.
pub static DUTY_HEADING: Field = Field::optional(
    "tieu_de",
    "Tiêu đề",
    Kind::Text,
    "Lời thay cho tên cơ quan ở tiêu đề.",
    "Các ban, ngành, đoàn thể xã",
);

/// `dang`.
pub static DUTY_FORM: Field = Field::optional(
    "dang",
    "Dạng",
    Kind::Choice(&[
        ("rieng_dong", "tên cơ quan trên dòng riêng, việc ở dưới"),
        ("lien_dong", "tên cơ quan, dấu hai chấm, việc trên cùng dòng"),
        ("ca_cau", "cả mục là một câu, tên cơ quan là chủ ngữ"),
    ]),
    "Cách in; không viết thì theo dữ liệu: có loi là liền dòng.",
    "ca_cau",
);

/// `de_nghi`.
pub static DUTY_REQUEST: Field = Field::optional(
    "de_nghi",
    "Đề nghị",
    Kind::Choice(&[("co", "đề nghị, không giao việc"), ("khong", "giao việc")]),
    "Cơ quan ngoài quyền của người ký thì đề nghị chứ không giao.",
    "co",
);

/// `loi`.
pub static DUTY_TEXT: Field = Field::optional(
    "loi",
    "Lời",
    Kind::Text,
    "Trách nhiệm viết thành đoạn, in liền sau tên cơ quan.",
    "Chủ trì rà soát hộ nghèo.",
);

/// `viec`.
pub static DUTY_ITEMS: Field = Field::optional(
    "viec",
    "Các việc",
    Kind::List(&BLOCK_KIND),
    "Từng việc, in thành gạch đầu dòng.",
    "[Tổng hợp kết quả, báo cáo Ủy ban nhân dân xã]",
);

/// `nhom`.
pub static DUTY_GROUP: Field =
    Field::optional("nhom", "Nhóm", Kind::Text, "Tên nhóm, khi một cơ quan có trách nhiệm ở nhiều phần.", "chu_tri");

/// Keys: trách nhiệm.
pub static RESPONSIBILITY: Shape = Shape {
    name: "responsibility",
    title: "trách nhiệm",
    fields: &[&DUTY_BODY, &DUTY_HEADING, &DUTY_FORM, &DUTY_REQUEST, &DUTY_TEXT, &DUTY_ITEMS, &DUTY_GROUP, &NOTE],
};

/// `noi_dung`.
pub static REPORT_WHAT: Field =
    Field::required("noi_dung", "Nội dung", Kind::Text, "Báo cáo về việc gì.", "kết quả thực hiện Kế hoạch");

/// `co_quan`.
pub static REPORT_FROM: Field = Field::required(
    "co_quan",
    "Cơ quan báo cáo",
    Kind::Either(&Kind::Id(Registry::Bodies), &Kind::List(&Kind::Id(Registry::Bodies))),
    "Ai báo cáo.",
    "vhxh",
);

/// `gui`.
pub static REPORT_TO: Field = Field::required(
    "gui",
    "Gửi",
    Kind::Either(&Kind::Id(Registry::Bodies), &Kind::List(&Kind::Id(Registry::Bodies))),
    "Ai nhận báo cáo.",
    "ubnd_huyen",
);

/// `qua`.
pub static REPORT_VIA: Field =
    Field::optional("qua", "Qua", Kind::Id(Registry::Bodies), "Cơ quan đầu mối tổng hợp.", "phong_ldtbxh");

/// `thoi_han`.
pub static REPORT_WHEN: Field = Field::optional(
    "thoi_han",
    "Thời hạn",
    Kind::Either(&Kind::Text, &Kind::Group(&DEADLINE)),
    "Khi nào, hoặc bao lâu một lần.",
    "trước ngày 25 của tháng cuối quý",
);

/// `ky`.
pub static REPORT_PERIOD: Field =
    Field::optional("ky", "Kỳ báo cáo", Kind::Text, "Khoảng thời gian mà báo cáo nói tới.", "06 tháng đầu năm");

/// Keys: chế độ báo cáo.
pub static REPORT: Shape = Shape {
    name: "report",
    title: "chế độ báo cáo",
    fields: &[&REPORT_WHAT, &REPORT_FROM, &REPORT_TO, &REPORT_VIA, &REPORT_WHEN, &REPORT_PERIOD, &NOTE],
};

/// `truoc_ngay`.
pub static DEADLINE_BEFORE: Field =
    Field::optional("truoc_ngay", "Trước ngày", Kind::Date, "Hạn cuối là một ngày.", "15/12/2024");

/// `ngay`.
pub static DEADLINE_DAY: Field = Field::optional("ngay", "Ngày", Kind::Date, "Đúng một ngày.", "15/12/2024");

/// `quy`.
pub static DEADLINE_QUARTER: Field = Field::optional("quy", "Quý", Kind::Text, "Quý và năm.", "I/2026");

/// `thang`.
pub static DEADLINE_MONTH: Field = Field::optional("thang", "Tháng", Kind::PartialDate, "Tháng và năm.", "6/2026");

/// `dinh_ky`.
pub static DEADLINE_EVERY: Field =
    Field::optional("dinh_ky", "Định kỳ", Kind::Text, "Bao lâu một lần.", "02 tuần một lần");

/// `truoc`.
pub static DEADLINE_AT: Field =
    Field::optional("truoc", "Trước", Kind::Text, "Giờ, thứ hoặc ngày của mỗi kỳ.", "16 giờ thứ Sáu");

/// `sau_ban_hanh`.
pub static DEADLINE_DAYS: Field = Field::optional(
    "sau_ban_hanh",
    "Số ngày sau khi ban hành",
    Kind::Number,
    "Số ngày kể từ ngày ban hành kế hoạch.",
    "30",
);

/// Keys: thời hạn.
pub static DEADLINE: Shape = Shape {
    name: "deadline",
    title: "thời hạn",
    fields: &[
        &DEADLINE_BEFORE,
        &DEADLINE_DAY,
        &DEADLINE_QUARTER,
        &DEADLINE_MONTH,
        &DEADLINE_EVERY,
        &DEADLINE_AT,
        &DEADLINE_DAYS,
        &NOTE,
    ],
};

// The body tree.

/// `muc`.
pub static BLOCK_HEADING: Field =
    Field::optional("muc", "Tiêu đề mục", Kind::Text, "Tiêu đề; số thứ tự do chương trình đánh.", "Mục đích, yêu cầu");

/// `loi`.
pub static BLOCK_TEXT: Field = Field::optional(
    "loi",
    "Lời",
    Kind::Text,
    "Lời của mục; có tiêu đề thì in liền sau tiêu đề và dấu hai chấm.",
    "Rà soát hộ nghèo hằng năm.",
);

/// `kieu`.
pub static BLOCK_STYLE: Field =
    Field::optional("kieu", "Kiểu đánh số", NUMBERING_STYLE, "Kiểu số của mục này; không viết thì theo cấp.", "\"a)\"");

/// `nhan`.
pub static BLOCK_LABEL: Field =
    Field::optional("nhan", "Số viết tay", Kind::Text, "Số thay cho số tự đánh, trong dấu nháy.", "\"2.10.\"");

/// `in`.
pub static BLOCK_MOUNT: Field = Field::optional(
    "in",
    "In dữ liệu",
    Kind::Choice(&[
        ("chi_tieu", "các chỉ tiêu"),
        ("du_an", "các dự án"),
        ("kinh_phi", "kinh phí"),
        ("nhiem_vu", "các nhiệm vụ"),
        ("trach_nhiem", "trách nhiệm của từng cơ quan"),
        ("bao_cao", "chế độ báo cáo"),
    ]),
    "In dữ liệu đã khai báo vào chỗ này.",
    "chi_tieu",
);

/// `nhom`.
pub static BLOCK_GROUP: Field =
    Field::optional("nhom", "Chỉ in nhóm", Kind::Text, "Chỉ in những phần thuộc nhóm này.", "viec_lam");

/// `chon`.
pub static BLOCK_PICK: Field = Field::optional(
    "chon",
    "Chỉ in các mã",
    Kind::List(&Kind::Text),
    "Chỉ in những mã này, theo thứ tự này.",
    "[giam_ho_ngheo, bao_hiem]",
);

/// `dang`.
pub static BLOCK_FORM: Field = Field::optional(
    "dang",
    "Dạng in",
    Kind::Choice(&[
        ("danh_sach", "danh sách"),
        ("mot_doan", "nối thành một đoạn"),
        ("bang", "bảng"),
        ("tong", "chỉ số tổng"),
        ("bang_nguon", "bảng theo nguồn vốn"),
        ("bang_nam", "bảng theo năm"),
    ]),
    "Dạng in dữ liệu; không viết là danh sách.",
    "bang",
);

/// `kieu_phan`.
pub static BLOCK_PART_STYLE: Field = Field::optional(
    "kieu_phan",
    "Kiểu đánh số các phần",
    NUMBERING_STYLE,
    "Khi in dự án: kiểu số của mục tiêu, đối tượng, nội dung…; không viết là gạch đầu dòng.",
    "\"a)\"",
);

/// `noi_dung`.
pub static BLOCK_CHILDREN: Field = Field::optional(
    "noi_dung",
    "Nội dung",
    Kind::List(&BLOCK_KIND),
    "Các phần bên trong mục.",
    "[Ý thứ nhất., Ý thứ hai.]",
);

/// `khoan`.
pub static BLOCK_CLAUSES: Field = Field::optional(
    "khoan",
    "Các khoản 1. 2. 3.",
    Kind::List(&BLOCK_KIND),
    "Danh sách đánh số 1. 2. 3.",
    "[Ý thứ nhất., Ý thứ hai.]",
);

/// `diem`.
pub static BLOCK_POINTS: Field = Field::optional(
    "diem",
    "Các điểm a) b) c)",
    Kind::List(&BLOCK_KIND),
    "Danh sách đánh chữ a) b) c).",
    "[Ý thứ nhất., Ý thứ hai.]",
);

/// `gach`.
pub static BLOCK_DASHES: Field = Field::optional(
    "gach",
    "Gạch đầu dòng",
    Kind::List(&BLOCK_KIND),
    "Danh sách gạch đầu dòng.",
    "[Ý thứ nhất., Ý thứ hai.]",
);

/// `cong`.
pub static BLOCK_PLUSES: Field = Field::optional(
    "cong",
    "Dấu cộng đầu dòng",
    Kind::List(&BLOCK_KIND),
    "Danh sách dấu cộng, dưới gạch đầu dòng.",
    "[Ý thứ nhất., Ý thứ hai.]",
);

/// `bang`.
pub static BLOCK_TABLE: Field = Field::optional(
    "bang",
    "Bảng",
    Kind::Group(&TABLE),
    "Một bảng với cột, dòng, tổng và công thức.",
    "{cot: [...], dong: [...]}",
);

/// Keys: phần của nội dung.
pub static BLOCK: Shape = Shape {
    name: "block",
    title: "phần của nội dung",
    fields: &[
        &BLOCK_HEADING,
        &BLOCK_TEXT,
        &BLOCK_STYLE,
        &BLOCK_LABEL,
        &BLOCK_MOUNT,
        &BLOCK_GROUP,
        &BLOCK_PICK,
        &BLOCK_FORM,
        &BLOCK_PART_STYLE,
        &BLOCK_CHILDREN,
        &BLOCK_CLAUSES,
        &BLOCK_POINTS,
        &BLOCK_DASHES,
        &BLOCK_PLUSES,
        &BLOCK_TABLE,
        &NOTE,
    ],
};

// Tables.

/// `ten`.
pub static TABLE_CAPTION: Field =
    Field::optional("ten", "Tên bảng", Kind::Text, "Tên in trên bảng.", "Chỉ tiêu giảm nghèo theo thôn");

/// `don_vi`.
pub static TABLE_UNIT: Field =
    Field::optional("don_vi", "Đơn vị tính", Kind::Text, "Đơn vị của số liệu, in góc phải trên bảng.", "hộ");

/// `cot`.
pub static TABLE_COLUMNS: Field = Field::required(
    "cot",
    "Các cột",
    Kind::List(&Kind::Group(&COLUMN)),
    "Các cột từ trái sang phải; cột lớn chứa cột nhỏ.",
    "[{ten: Thôn}, {ten: Số hộ, loai: so}]",
);

/// `chi_so`.
pub static TABLE_INDEX: Field = Field::optional(
    "chi_so",
    "Dòng chỉ số",
    Kind::Choice(&[("co", "có"), ("khong", "không")]),
    "In dòng A, B, 1, 2, 3=2/1×100 dưới tiêu đề cột.",
    "co",
);

/// `ngat_dong`.
pub static TABLE_SPLIT: Field = Field::optional(
    "ngat_dong",
    "Ngắt dòng qua trang",
    Kind::Choice(&[("co", "có"), ("khong", "không")]),
    "Cho một dòng dài chạy sang trang sau; không viết là không.",
    "co",
);

/// `dong`.
pub static TABLE_ROWS: Field = Field::required(
    "dong",
    "Các dòng",
    Kind::List(&Kind::Either(&Kind::List(&CELL), &Kind::Group(&ROW))),
    "Các dòng: danh sách ô theo thứ tự cột, hoặc dòng nhóm, dòng tổng.",
    "[[Thôn Một, 120], {tong: Tổng cộng}]",
);

/// `chu_thich`.
pub static TABLE_NOTES: Field = Field::optional(
    "chu_thich",
    "Chú thích",
    Kind::Either(&Kind::Text, &Kind::List(&Kind::Text)),
    "Lời in dưới bảng.",
    "Số liệu đến ngày 31/12/2025.",
);

/// Keys: bảng.
pub static TABLE: Shape = Shape {
    name: "table",
    title: "bảng",
    fields: &[
        &TABLE_CAPTION,
        &TABLE_UNIT,
        &TABLE_COLUMNS,
        &TABLE_INDEX,
        &TABLE_SPLIT,
        &TABLE_ROWS,
        &TABLE_NOTES,
        &NOTE,
    ],
};

/// `ten`.
pub static COLUMN_TITLE: Field = Field::required("ten", "Tiêu đề cột", Kind::Text, "Chữ ở đầu cột.", "Số hộ nghèo");

/// `ma`.
pub static COLUMN_ID: Field = Field::optional("ma", "Mã cột", Kind::Text, "Mã để công thức và dòng gọi tới.", "ngheo");

/// `loai`.
pub static COLUMN_KIND: Field = Field::optional(
    "loai",
    "Loại",
    Kind::Choice(&[("chu", "chữ"), ("so", "số"), ("stt", "số thứ tự, tự đánh")]),
    "Cột chứa gì; không viết là chữ.",
    "so",
);

/// `rong`.
pub static COLUMN_WIDTH: Field = Field::optional("rong", "Bề rộng", Kind::Number, "Bề rộng so với các cột khác.", "20");

/// `can`.
pub static COLUMN_ALIGN: Field = Field::optional(
    "can",
    "Căn",
    Kind::Choice(&[("trai", "trái"), ("giua", "giữa"), ("phai", "phải")]),
    "Căn chữ; không viết thì chữ căn trái, số căn phải.",
    "giua",
);

/// `so_le`.
pub static COLUMN_DECIMALS: Field = Field::optional(
    "so_le",
    "Số chữ số thập phân",
    Kind::Number,
    "Số chữ số sau dấu phẩy khi in và khi làm tròn.",
    "2",
);

/// `tinh`.
pub static COLUMN_FORMULA: Field = Field::optional(
    "tinh",
    "Công thức",
    Kind::Text,
    "Công thức tính từ các cột số khác, theo mã cột.",
    "ngheo / tong * 100",
);

/// `cong`.
pub static COLUMN_SUM: Field = Field::optional(
    "cong",
    "Cộng",
    Kind::Choice(&[("co", "có"), ("khong", "không")]),
    "Có cộng ở dòng tổng không; không viết là có.",
    "khong",
);

/// `gop`.
pub static COLUMN_MERGE: Field = Field::optional(
    "gop",
    "Gộp ô",
    Kind::Choice(&[("co", "có"), ("khong", "không")]),
    "Gộp các ô liền nhau có cùng chữ.",
    "co",
);

/// `bo_khi_ban_hanh`.
pub static COLUMN_DROP: Field = Field::optional(
    "bo_khi_ban_hanh",
    "Bỏ khi ban hành",
    Kind::Choice(&[("co", "có"), ("khong", "không")]),
    "Cột chỉ có trong bản dự thảo, như cột thuyết minh.",
    "co",
);

/// `cot`.
pub static COLUMN_CHILDREN: Field = Field::optional(
    "cot",
    "Các cột bên trong",
    Kind::List(&Kind::Group(&COLUMN)),
    "Các cột nhỏ dưới tiêu đề này.",
    "[{ten: Đầu năm}, {ten: Cuối năm}]",
);

/// Keys: cột.
pub static COLUMN: Shape = Shape {
    name: "column",
    title: "cột",
    fields: &[
        &COLUMN_TITLE,
        &COLUMN_ID,
        &COLUMN_KIND,
        &COLUMN_WIDTH,
        &COLUMN_ALIGN,
        &COLUMN_DECIMALS,
        &COLUMN_FORMULA,
        &COLUMN_SUM,
        &COLUMN_MERGE,
        &COLUMN_DROP,
        &COLUMN_CHILDREN,
        &NOTE,
    ],
};

/// `o`.
pub static ROW_CELLS: Field = Field::optional(
    "o",
    "Các ô",
    Kind::Either(&Kind::List(&CELL), &Kind::Dict(&CELL)),
    "Các ô theo thứ tự cột, hoặc theo mã cột.",
    "[Thôn Một, 120]",
);

/// `nhom`.
pub static ROW_GROUP: Field =
    Field::optional("nhom", "Dòng nhóm", Kind::Text, "Tên nhóm; số của nhóm là tổng các dòng trong nhóm.", "Khu vực I");

/// `cong`.
pub static ROW_SUBTOTAL: Field =
    Field::optional("cong", "Dòng cộng", Kind::Text, "Tên dòng cộng các dòng của nhóm ở trên.", "Cộng");

/// `tong`.
pub static ROW_TOTAL: Field =
    Field::optional("tong", "Dòng tổng", Kind::Text, "Tên dòng tổng của cả bảng.", "Tổng cộng");

/// `loi`.
pub static ROW_ACROSS: Field =
    Field::optional("loi", "Lời ngang bảng", Kind::Text, "Một câu in ngang cả bảng.", "Các thôn đặc biệt khó khăn");

/// `stt`.
pub static ROW_ORDINAL: Field =
    Field::optional("stt", "Số thứ tự viết tay", Kind::Text, "Thay cho số thứ tự tự đánh.", "I");

/// `ghi`.
pub static ROW_STATED: Field = Field::optional(
    "ghi",
    "Số ghi trong văn bản gốc",
    Kind::Dict(&Kind::Number),
    "Số mà văn bản gốc ghi ở cột được tính; được in, kèm cảnh báo nếu khác.",
    "{giam: 7.449}",
);

/// Keys: dòng.
pub static ROW: Shape = Shape {
    name: "row",
    title: "dòng",
    fields: &[&ROW_CELLS, &ROW_GROUP, &ROW_SUBTOTAL, &ROW_TOTAL, &ROW_ACROSS, &ROW_ORDINAL, &ROW_STATED, &NOTE],
};

// Recipients, signature, appendices.

/// `co_quan`.
pub static RECIPIENT_BODIES: Field = Field::optional(
    "co_quan",
    "Cơ quan",
    Kind::Either(&Kind::Id(Registry::Bodies), &Kind::List(&Kind::Id(Registry::Bodies))),
    "Mã cơ quan, hoặc nhiều mã trên một dòng.",
    "[vhxh, dcnn]",
);

/// `nhom`.
pub static RECIPIENT_GROUP: Field = Field::optional(
    "nhom",
    "Nhóm cơ quan",
    Kind::Text,
    "Tên nhóm trong danh bạ: mọi cơ quan của nhóm đều nhận.",
    "ban_nganh",
);

/// `loi`.
pub static RECIPIENT_TEXT: Field = Field::optional(
    "loi",
    "Lời",
    Kind::Text,
    "Tên in trên dòng; không viết thì in tên ngắn của các cơ quan.",
    "Các ban, ngành, đoàn thể xã",
);

/// `de`.
pub static RECIPIENT_NOTE: Field =
    Field::optional("de", "Để", Kind::Text, "Lời trong ngoặc: gửi để làm gì.", "báo cáo");

/// Keys: nơi nhận.
pub static RECIPIENT: Shape = Shape {
    name: "recipient",
    title: "nơi nhận",
    fields: &[&RECIPIENT_BODIES, &RECIPIENT_GROUP, &RECIPIENT_TEXT, &RECIPIENT_NOTE, &NOTE],
};

/// `quyen_han`.
pub static SIGNATURE_AUTHORITY: Field = Field::optional(
    "quyen_han",
    "Quyền hạn",
    Kind::List(&Kind::Text),
    "Các dòng trên chức vụ, mở đầu bằng TM. KT. TL. TUQ. hoặc Q.",
    "[TM. Ủy ban nhân dân]",
);

/// `chuc_vu`.
pub static SIGNATURE_POST: Field =
    Field::required("chuc_vu", "Chức vụ", Kind::Text, "Chức vụ lãnh đạo chính thức của người ký.", "Chủ tịch");

/// `chuc_vu_khac`.
pub static SIGNATURE_OTHER_POST: Field =
    Field::optional("chuc_vu_khac", "Chức vụ khác", Kind::Text, "Chức vụ ghi trên họ tên.", "Trưởng Ban Chỉ đạo");

/// `ho_ten`.
pub static SIGNATURE_NAME: Field =
    Field::optional("ho_ten", "Họ và tên", Kind::Text, "Họ, chữ đệm, tên; không ghi học hàm, học vị.", "Nguyễn Văn An");

/// Keys: người ký.
pub static SIGNATURE_SHAPE: Shape = Shape {
    name: "signature_shape",
    title: "người ký",
    fields: &[&SIGNATURE_AUTHORITY, &SIGNATURE_POST, &SIGNATURE_OTHER_POST, &SIGNATURE_NAME, &NOTE],
};

/// `ten`.
pub static APPENDIX_TITLE: Field =
    Field::required("ten", "Tên phụ lục", Kind::Text, "Tên phụ lục.", "Tổng hợp nhu cầu hỗ trợ");

/// `huong`.
pub static APPENDIX_ORIENTATION: Field = Field::optional(
    "huong",
    "Hướng giấy",
    Kind::Choice(&[("doc", "dọc"), ("ngang", "ngang")]),
    "Giấy dọc hay ngang; không viết là dọc.",
    "ngang",
);

/// `noi_dung`.
pub static APPENDIX_CONTENT: Field = Field::required(
    "noi_dung",
    "Nội dung",
    Kind::List(&BLOCK_KIND),
    "Nội dung phụ lục.",
    "[{in: kinh_phi, dang: bang}]",
);

/// Keys: phụ lục.
pub static APPENDIX: Shape = Shape {
    name: "appendix",
    title: "phụ lục",
    fields: &[&APPENDIX_TITLE, &APPENDIX_ORIENTATION, &APPENDIX_CONTENT, &NOTE],
};

// Settings of the office, kehoach.yaml.

/// `co_chu`.
pub static SETTING_TYPE_SET: Field = Field::optional(
    "co_chu",
    "Cỡ chữ",
    Kind::Choice(&[
        ("13", "nội dung cỡ 13, Quốc hiệu 12, Tiêu ngữ 13"),
        ("14", "nội dung cỡ 14, Quốc hiệu 13, Tiêu ngữ 14"),
    ]),
    "Bộ cỡ chữ; không viết là 14.",
    "14",
);

/// `le`.
pub static SETTING_MARGINS: Field =
    Field::optional("le", "Lề trang", Kind::Group(&MARGINS), "Lề trang.", "{trai: 30 mm, phai: 15 mm}");

/// `thut_dau_dong`.
pub static SETTING_FIRST_LINE: Field =
    Field::optional("thut_dau_dong", "Thụt đầu dòng", Kind::Text, "1 cm hoặc 1,27 cm.", "1,27 cm");

/// `cach_doan`.
pub static SETTING_GAP: Field =
    Field::optional("cach_doan", "Khoảng cách giữa các đoạn", Kind::Text, "Từ 6 pt trở lên.", "6 pt");

/// `gian_dong`.
pub static SETTING_PITCH: Field = Field::optional(
    "gian_dong",
    "Giãn dòng",
    Kind::Text,
    "Khoảng cách giữa hai dòng, từ dòng đơn đến 1,5 dòng.",
    "18 pt",
);

/// `co_chu_bang`.
pub static SETTING_TABLE_SIZE: Field =
    Field::optional("co_chu_bang", "Cỡ chữ trong bảng", Kind::Text, "Từ 11 pt đến 13 pt.", "12 pt");

/// `phong_chu`.
pub static SETTING_FONT: Field = Field::optional(
    "phong_chu",
    "Thư mục phông chữ",
    Kind::Text,
    "Thư mục có bốn tệp phông của văn phòng cho bản PDF: thường, đậm, nghiêng, đậm nghiêng.",
    "phong",
);

/// Keys: thiết lập của văn phòng.
pub static SETTINGS: Shape = Shape {
    name: "settings",
    title: "thiết lập của văn phòng",
    fields: &[
        &SETTING_TYPE_SET,
        &SETTING_MARGINS,
        &SETTING_FIRST_LINE,
        &SETTING_GAP,
        &SETTING_PITCH,
        &SETTING_TABLE_SIZE,
        &SETTING_FONT,
        &NOTE,
    ],
};

/// `tren`.
pub static MARGIN_TOP: Field = Field::optional("tren", "Lề trên", Kind::Text, "Từ 20 mm đến 25 mm.", "20 mm");

/// `duoi`.
pub static MARGIN_BOTTOM: Field = Field::optional("duoi", "Lề dưới", Kind::Text, "Từ 20 mm đến 25 mm.", "20 mm");

/// `trai`.
pub static MARGIN_LEFT: Field = Field::optional("trai", "Lề trái", Kind::Text, "Từ 30 mm đến 35 mm.", "30 mm");

/// `phai`.
pub static MARGIN_RIGHT: Field = Field::optional("phai", "Lề phải", Kind::Text, "Từ 15 mm đến 20 mm.", "15 mm");

/// Keys: lề trang.
pub static MARGINS: Shape = Shape {
    name: "margins",
    title: "lề trang",
    fields: &[&MARGIN_TOP, &MARGIN_BOTTOM, &MARGIN_LEFT, &MARGIN_RIGHT, &NOTE],
};
