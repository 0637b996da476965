//! Nodes to a plan: each part read by its keys, all mistakes in one run.

mod data;
mod registry;
mod tree;

use super::date::Date;
use super::reader::{Fields, Ids, Reader, first_line};
use super::schema::{Field, Kind, Registry as RegistryKind};
use super::yaml::syntax::shortened;
use super::yaml::{Node, Value};
use super::{Block, Body, CitedDocument, IdOrText, MountKind, Plan, Programme, Registry, Status, Text, key};
use crate::diagnostic::{Checked, Code, Diagnostic, has_errors};

/// What a folder's plans share: read from files whose name begins with `_`.
#[derive(Debug, Clone, Default)]
pub struct Shared {
    /// Bodies.
    pub bodies: Registry<Body>,
    /// Documents cited.
    pub documents: Registry<CitedDocument>,
    /// The programme.
    pub programme: Option<Programme>,
}

impl Shared {
    /// Adds what another file shares; an id that both declare is an error.
    fn merge(&mut self, other: &Self) -> Vec<Diagnostic> {
        let mut diagnostics = merge(&mut self.bodies, &other.bodies, RegistryKind::Bodies);
        diagnostics.extend(merge(&mut self.documents, &other.documents, RegistryKind::Documents));
        match (&self.programme, &other.programme) {
            (Some(known), Some(second)) => diagnostics.push(
                Diagnostic::error(
                    Code::DuplicateId,
                    second.name.span.clone(),
                    "chương trình đã được khai báo ở nơi khác",
                )
                .label(known.name.span.clone(), "khai báo ở đây")
                .help("một kế hoạch thực hiện một chương trình: giữ một nơi khai báo"),
            ),
            (None, Some(_)) => self.programme.clone_from(&other.programme),
            (_, None) => {}
        }
        diagnostics
    }

    /// What the files of a folder inherit: a programme of their own takes the place of the one shared from outside.
    fn inherited(&self, files: &[Node]) -> Self {
        let own = files.iter().any(|file| child(file, &key::PROGRAMME).is_some());
        Self { programme: self.programme.clone().filter(|_| !own), ..self.clone() }
    }

    fn ids(&self) -> Ids {
        let bodies = self.bodies.iter().map(|(id, _)| (RegistryKind::Bodies, id.name.clone()));
        let documents = self.documents.iter().map(|(id, _)| (RegistryKind::Documents, id.name.clone()));
        let projects = self.programme.iter().flat_map(|programme| programme.projects.iter());
        let projects = projects.map(|(id, _)| (RegistryKind::Projects, id.name.clone()));
        Ids(bodies.chain(documents).chain(projects).collect())
    }
}

fn merge<T: Clone>(into: &mut Registry<T>, from: &Registry<T>, registry: RegistryKind) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (id, entity) in from.iter() {
        let known = into.iter().find(|(known, _)| known.name == id.name).map(|(known, _)| known.span.clone());
        match known {
            Some(known) => diagnostics.push(
                Diagnostic::error(
                    Code::DuplicateId,
                    id.span.clone(),
                    format!("{} «{}» đã được khai báo ở nơi khác", registry.term(), id.name),
                )
                .label(known, "khai báo ở đây")
                .help("giữ một nơi khai báo, hoặc đặt mã khác"),
            ),
            None => into.push(id.clone(), entity.clone()),
        }
    }
    diagnostics
}

/// Reads the files that the plans of a folder share, and adds what outer folders share: what could be read, whatever is
/// wrong with the rest. The files may use each other's ids, whatever their order, and those of outer folders.
pub fn read_shared(outer: &Shared, files: &[Node]) -> (Shared, Vec<Diagnostic>) {
    let mut shared = outer.inherited(files);
    let mut reader = Reader::new();
    reader.ids = shared.ids();
    for file in files {
        declare(&mut reader, file);
    }
    for file in files {
        if let Some(own) = reader.root(file, &key::SHARED).map(|fields| reader.shared(&fields)) {
            reader.diagnostics.extend(shared.merge(&own));
        }
    }
    (shared, reader.diagnostics)
}

/// Reads a plan, as a draft or for issue if `status` says so. The value is there only if nothing found is an error.
pub fn read_plan(node: &Node, shared: &Shared, status: Option<Status>) -> Checked<Plan> {
    let mut reader = Reader::new();
    let shared = shared.inherited(std::slice::from_ref(node));
    reader.ids = shared.ids();
    declare(&mut reader, node);
    let plan = reader.root(node, &key::PLAN).and_then(|fields| reader.plan(&fields, &shared, status));
    let value = plan.filter(|_| !has_errors(&reader.diagnostics));
    Checked { value, diagnostics: reader.diagnostics }
}

/// Notes the ids that a file declares, so that they may be used above their declaration.
fn declare(reader: &mut Reader, root: &Node) {
    let mut note = |node: Option<&Node>, registry: RegistryKind| {
        if let Some(Node { value: Value::Map(entries), .. }) = node {
            reader.ids.0.extend(entries.iter().map(|entry| (registry, entry.key.clone())));
        }
    };
    note(child(root, &key::BODIES), RegistryKind::Bodies);
    note(child(root, &key::DOCUMENTS), RegistryKind::Documents);
    note(child(root, &key::TARGETS), RegistryKind::Targets);
    note(child(root, &key::TASKS), RegistryKind::Tasks);
    note(child(root, &key::PROGRAMME).and_then(|node| child(node, &key::PROGRAMME_PROJECTS)), RegistryKind::Projects);
    note(child(root, &key::FUNDING).and_then(|node| child(node, &key::FUNDING_SOURCES)), RegistryKind::Sources);
}

fn child<'n>(node: &'n Node, field: &Field) -> Option<&'n Node> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|entry| entry.key == field.key).map(|entry| &entry.node)
}

/// The key of the data that a mount prints, and whether the plan has none.
fn held(plan: &Plan, kind: MountKind) -> (&'static Field, bool) {
    match kind {
        MountKind::Targets => (&key::TARGETS, plan.targets.is_empty()),
        MountKind::Projects => (&key::PROJECTS, plan.projects.is_empty()),
        MountKind::Funding => (&key::FUNDING, plan.funding.is_none()),
        MountKind::Tasks => (&key::TASKS, plan.tasks.is_empty()),
        MountKind::Responsibilities => (&key::RESPONSIBILITIES, plan.responsibilities.is_empty()),
        MountKind::Reports => (&key::REPORTS, plan.reports.is_empty()),
    }
}

/// Whether some blocks print a kind of data.
fn mounts_of(blocks: &[Block], kind: MountKind) -> bool {
    blocks
        .iter()
        .any(|block| block.mount.as_ref().is_some_and(|mount| mount.kind == kind) || mounts_of(&block.children, kind))
}

/// The ids and groups among which a mount may choose.
fn holdings(plan: &Plan, kind: MountKind) -> (Vec<&str>, Vec<&str>) {
    fn names<T>(registry: &Registry<T>) -> Vec<&str> {
        registry.iter().map(|(id, _)| id.name.as_str()).collect()
    }
    fn groups<'a>(groups: impl Iterator<Item = &'a Option<Text>>) -> Vec<&'a str> {
        groups.flatten().map(|group| group.words.as_str()).collect()
    }
    match kind {
        MountKind::Targets => (names(&plan.targets), groups(plan.targets.iter().map(|(_, target)| &target.group))),
        MountKind::Projects => (names(&plan.projects), Vec::new()),
        MountKind::Funding => plan.funding.as_ref().map_or((Vec::new(), Vec::new()), |funding| {
            (names(&funding.items), groups(funding.items.iter().map(|(_, item)| &item.group)))
        }),
        MountKind::Tasks => (names(&plan.tasks), Vec::new()),
        MountKind::Responsibilities => {
            let bodies = plan.responsibilities.iter().flat_map(|duty| &duty.bodies);
            (bodies.map(|id| id.name.as_str()).collect(), groups(plan.responsibilities.iter().map(|duty| &duty.group)))
        }
        MountKind::Reports => (names(&plan.reports), Vec::new()),
    }
}

impl Reader {
    fn shared(&mut self, fields: &Fields<'_>) -> Shared {
        Shared {
            bodies: self.entities(fields, &key::BODIES, Self::body),
            documents: self.entities(fields, &key::DOCUMENTS, Self::document),
            programme: fields.get(&key::PROGRAMME).and_then(|node| self.programme(node)),
        }
    }

    /// Reads every key before giving up on a missing one, so that all mistakes are found.
    fn plan(&mut self, fields: &Fields<'_>, shared: &Shared, status: Option<Status>) -> Option<Plan> {
        let own_status = match self.opt_choice(fields, &key::STATUS) {
            Some(("ban_hanh", _)) => Status::Issued,
            _ => Status::Draft,
        };
        let status = status.unwrap_or(own_status);
        self.status = status;
        let own = self.shared(fields);
        let draft_mark = self.opt_text(fields, &key::DRAFT_MARK);
        let urgency = self.opt_choice(fields, &key::URGENCY).map(|(_, words)| words);
        let circulation = self.opt_choice(fields, &key::CIRCULATION).map(|(_, words)| words);
        let issuers = fields.get(&key::ISSUER).map(|node| self.issuers(node)).unwrap_or_default();
        let parent = self.opt_id_or_text(fields, &key::PARENT, RegistryKind::Bodies);
        let number = self.plan_number(fields);
        let symbol = self.symbol(fields);
        let place = self.opt_text(fields, &key::PLACE);
        let date = self.opt_partial_date(fields, &key::DATE);
        if status == Status::Issued {
            let by_plan = own_status == Status::Issued;
            self.no_blank(fields, &key::NUMBER, number.is_some() || fields.get(&key::NUMBER).is_some(), by_plan);
            self.no_blank(fields, &key::DATE, date.is_none_or(Date::is_complete), by_plan);
        }
        let subject = self.opt_text(fields, &key::SUBJECT);
        let period = self.opt_period(fields, &key::PERIOD);
        let numbering = self.numbering(fields);
        let legal_bases = self.opt_list(fields, &key::LEGAL_BASES, Self::legal_basis);
        let opening = self.opt_texts(fields, &key::OPENING);
        let purposes = self.opt_texts(fields, &key::PURPOSES);
        let demands = self.opt_texts(fields, &key::DEMANDS);
        let body = self.blocks(fields, &key::BODY);
        let targets = self.entities(fields, &key::TARGETS, Self::target);
        let projects = self.projects(fields);
        let funding = fields.get(&key::FUNDING).and_then(|node| self.funding(node));
        let tasks = self.entities(fields, &key::TASKS, Self::task);
        let responsibilities = self.opt_list(fields, &key::RESPONSIBILITIES, Self::responsibility);
        let reports = self.entities(fields, &key::REPORTS, Self::report_duty);
        let closing = self.opt_texts(fields, &key::CLOSING);
        let appendices = self.entities(fields, &key::APPENDICES, Self::appendix);
        let recipients = self.opt_list(fields, &key::RECIPIENTS, Self::recipient);
        let archive = self.opt_texts(fields, &key::ARCHIVE);
        let drafter = self.opt_text(fields, &key::DRAFTER);
        let copies = self.opt_number(fields, &key::COPIES);
        let address = self.opt_text(fields, &key::ADDRESS);
        let signatures = fields.get(&key::SIGNATURE).map(|node| self.signatures(node)).unwrap_or_default();

        let mut all = shared.clone();
        self.diagnostics.extend(all.merge(&own));
        if status == Status::Issued
            && let Some(node) = fields.get(&key::SIGNATURE)
            && signatures.iter().any(|signature| signature.name.is_none())
        {
            let message =
                format!("bản ban hành còn để trống «{}» ({})", key::SIGNATURE_NAME.key, key::SIGNATURE_NAME.title);
            self.report(Diagnostic::error(Code::BlankInFinal, first_line(&node.span), message).help(format!(
                "thêm {}: {}",
                key::SIGNATURE_NAME.key,
                key::SIGNATURE_NAME.example
            )));
        }
        if issuers.len() > 1
            && signatures.len() != issuers.len()
            && let Some(span) = fields.key_span(&key::SIGNATURE)
        {
            let message = format!("{} cơ quan cùng ban hành nhưng có {} người ký", issuers.len(), signatures.len());
            self.report(
                Diagnostic::error(Code::Incompatible, span.clone(), message)
                    .help(format!("viết «{}» thành danh sách, mỗi cơ quan một người ký", key::SIGNATURE.key)),
            );
        }
        // A missing part is filled for the checks that follow, and the plan is dropped after them.
        let complete = !issuers.is_empty() && !signatures.is_empty();
        let complete = complete && symbol.is_some() && place.is_some() && date.is_some() && subject.is_some();
        let nothing = || Text { words: String::new(), span: first_line(&fields.node.span) };
        let plan = Plan {
            status,
            draft_mark,
            urgency,
            circulation,
            issuers,
            parent,
            number,
            symbol: symbol.unwrap_or_else(nothing),
            place: place.unwrap_or_else(nothing),
            date: date.unwrap_or(Date { year: 1970, month: None, day: None }),
            subject: subject.unwrap_or_else(nothing),
            period,
            numbering,
            legal_bases,
            opening,
            purposes,
            demands,
            body,
            targets,
            projects,
            funding,
            tasks,
            responsibilities,
            reports,
            closing,
            appendices,
            recipients,
            archive,
            drafter,
            copies,
            address,
            signatures,
            programme: own.programme.or(all.programme),
            bodies: all.bodies,
            documents: all.documents,
        };
        self.empty_mounts(&plan);
        self.mounts(&plan, &plan.body);
        for (_, appendix) in plan.appendices.iter() {
            self.mounts(&plan, &appendix.content);
        }
        self.unprinted(&plan, fields);
        self.appendices_named(&plan, fields);
        complete.then_some(plan)
    }

    /// Reports data that a plan with a body tree of its own declares and never prints.
    fn unprinted(&mut self, plan: &Plan, fields: &Fields<'_>) {
        if plan.body.is_empty() {
            return;
        }
        for (field, given) in [(&key::PURPOSES, !plan.purposes.is_empty()), (&key::DEMANDS, !plan.demands.is_empty())] {
            if let (true, Some(span)) = (given, fields.key_span(field)) {
                let message = format!("«{}» không được in vì kế hoạch có «{}»", field.key, key::BODY.key);
                self.report(Diagnostic::error(Code::Incompatible, span.clone(), message).help(format!(
                    "chuyển lời này vào «{}», hoặc bỏ «{}»",
                    key::BODY.key,
                    key::BODY.key
                )));
            }
        }
        for (field, kind, empty) in [
            (&key::TARGETS, MountKind::Targets, plan.targets.is_empty()),
            (&key::FUNDING, MountKind::Funding, plan.funding.is_none()),
            (&key::TASKS, MountKind::Tasks, plan.tasks.is_empty()),
            (&key::RESPONSIBILITIES, MountKind::Responsibilities, plan.responsibilities.is_empty()),
        ] {
            let mounted =
                mounts_of(&plan.body, kind) || plan.appendices.iter().any(|(_, a)| mounts_of(&a.content, kind));
            let named = fields.node.span.file.text.contains(&format!("{{{{ {}.", field.key));
            if let (false, false, false, Some(span)) = (empty, mounted, named, fields.key_span(field)) {
                let message = format!("«{}» được khai báo mà không in ở đâu", field.key);
                self.report(Diagnostic::error(Code::NotPrinted, span.clone(), message).as_warning().help(format!(
                    "thêm vào «{}» một dòng - {{in: {}}}",
                    key::BODY.key,
                    field.key
                )));
            }
        }
    }

    /// Reports appendices that the body never refers to. Phụ lục I, phần I, mục III, khoản 1.
    fn appendices_named(&mut self, plan: &Plan, fields: &Fields<'_>) {
        let count = plan.appendices.iter().count();
        let text = &fields.node.span.file.text;
        for (index, (id, _)) in plan.appendices.iter().enumerate() {
            let printed = if count > 1 {
                format!("Phụ lục {}", crate::vietnamese::roman(index + 1))
            } else {
                "Phụ lục".to_owned()
            };
            if !text.contains(&format!("{}.{}", key::APPENDICES.key, id.name)) && !text.contains(&printed) {
                self.report(
                    Diagnostic::error(
                        Code::AppendixUnnamed,
                        id.span.clone(),
                        format!("phụ lục «{}» không được nhắc tới trong văn bản", id.name),
                    )
                    .help(format!(
                        "nhắc tới phụ lục ở chỗ cần xem, ví dụ (chi tiết tại {{{{ {}.{} }}}})",
                        key::APPENDICES.key,
                        id.name
                    )),
                );
            }
        }
    }

    /// Reports mounts whose data the plan does not hold.
    fn empty_mounts(&mut self, plan: &Plan) {
        for (kind, span) in std::mem::take(&mut self.mounted) {
            let (field, empty) = held(plan, kind);
            if empty {
                let message = format!("chỗ này in «{0}», nhưng kế hoạch không có khóa «{0}»", field.key);
                self.report(Diagnostic::error(Code::Incompatible, span, message).help(format!(
                    "thêm khóa {} ({}) ở ngoài cùng, hoặc bỏ chỗ in này",
                    field.key,
                    field.title.to_lowercase()
                )));
            }
        }
    }

    /// Reports mounts that pick what the plan does not hold.
    fn mounts(&mut self, plan: &Plan, blocks: &[Block]) {
        for block in blocks {
            if let Some(mount) = block.mount.as_ref().filter(|mount| !held(plan, mount.kind).1) {
                let (ids, groups) = holdings(plan, mount.kind);
                for pick in &mount.pick {
                    self.must_hold(pick, &ids, "mã");
                }
                if let Some(group) = &mount.group {
                    self.must_hold(group, &groups, "nhóm");
                }
            }
            self.mounts(plan, &block.children);
        }
    }

    fn must_hold(&mut self, wanted: &Text, known: &[&str], what: &str) {
        if known.contains(&wanted.words.as_str()) {
            return;
        }
        let mut all = known.to_vec();
        all.sort_unstable();
        all.dedup();
        let help = crate::vietnamese::did_you_mean(&wanted.words, known.iter().copied()).unwrap_or_else(|| {
            if known.is_empty() {
                format!("bỏ khóa này: dữ liệu in ở đây không có {what} nào")
            } else {
                format!("có: {}", all.join(", "))
            }
        });
        let message = format!("dữ liệu in ở đây không có {what} «{}»", wanted.words);
        self.report(Diagnostic::error(Code::UnknownId, wanted.span.clone(), message).help(help));
    }

    /// One issuer, or several that issue the plan together.
    fn issuers(&mut self, node: &Node) -> Vec<IdOrText> {
        if let Value::List(_) = node.value {
            return self
                .list(node, &key::ISSUER, |reader, node| reader.id_or_text(node, RegistryKind::Bodies, &key::ISSUER));
        }
        self.id_or_text(node, RegistryKind::Bodies, &key::ISSUER).into_iter().collect()
    }

    /// An issued document has its number and its day.
    fn no_blank(&mut self, fields: &Fields<'_>, field: &Field, filled: bool, by_plan: bool) {
        if filled {
            return;
        }
        let place = fields.get(field).map(|node| node.span.clone()).or_else(|| fields.key_span(field).cloned());
        let place = place.or_else(|| fields.get(&key::STATUS).map(|node| node.span.clone()));
        let place = place.unwrap_or_else(|| first_line(&fields.node.span));
        let otherwise = if by_plan {
            format!("viết {}: du_thao", key::STATUS.key)
        } else {
            "dựng bản dự thảo".to_owned()
        };
        let message = format!("bản ban hành còn để trống «{}» ({})", field.key, field.title);
        self.report(
            Diagnostic::error(Code::BlankInFinal, place, message)
                .help(format!("điền {}: {}; nếu chưa ban hành thì {otherwise}", field.key, field.example)),
        );
    }

    fn plan_number(&mut self, fields: &Fields<'_>) -> Option<u32> {
        let node = fields.get(&key::NUMBER)?;
        let text = self.text(node, &key::NUMBER)?;
        let number = text.words.parse().ok().filter(|&number| number > 0);
        if number.is_none() {
            self.report(
                Diagnostic::error(
                    Code::BadValue,
                    node.span.clone(),
                    format!("số văn bản «{}» không phải số", shortened(&text.words)),
                )
                .help("chỉ viết số, ví dụ so: 29; ký hiệu viết ở khóa ky_hieu; chưa có số thì để trống"),
            );
        }
        number
    }

    fn symbol(&mut self, fields: &Fields<'_>) -> Option<Text> {
        let node = fields.get(&key::SYMBOL)?;
        let text = self.text(node, &key::SYMBOL)?;
        let words = &text.words;
        if words.contains(['/', ' ', '\n', '–', '—']) || !words.starts_with("KH") || !words.contains('-') {
            self.report(
                Diagnostic::error(
                    Code::BadValue,
                    node.span.clone(),
                    format!("ký hiệu «{}» sai cách viết", shortened(words)),
                )
                .help("viết KH, gạch nối, chữ viết tắt cơ quan, không dấu cách: KH-UBND"),
            );
        }
        Some(text)
    }

    fn numbering(&mut self, fields: &Fields<'_>) -> Vec<&'static str> {
        let Kind::Choice(options) = key::NUMBERING_STYLE else { return Vec::new() };
        let Some(node) = fields.get(&key::NUMBERING) else { return Vec::new() };
        let styles = self.list(node, &key::NUMBERING, |reader, node| reader.choice_of(node, options, &key::NUMBERING));
        styles.into_iter().map(|(style, _)| style).collect()
    }

    /// Reports a mapping that has none of some keys.
    pub(super) fn one_of(&mut self, fields: &Fields<'_>, choices: &[&Field]) {
        if choices.iter().all(|field| fields.key_span(field).is_none()) {
            let keys = choices.iter().map(|field| format!("«{}»", field.key)).collect::<Vec<_>>().join(" hoặc ");
            self.report(
                Diagnostic::error(Code::MissingKey, first_line(&fields.node.span), format!("chỗ này cần khóa {keys}"))
                    .help(format!("ví dụ {}: {}", choices[0].key, choices[0].example)),
            );
        }
    }
}
