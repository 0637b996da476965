//! Nodes to a plan: each part read by its keys, all mistakes in one run.

use super::date::{Date, Period};
use super::number::{Decimal, MONEY_UNITS, Money};
use super::reader::{Fields, Ids, Reader};
use super::schema::{Field, Kind, Registry as RegistryKind};
use super::yaml::syntax::shortened;
use super::yaml::{Node, Value};
use super::{
    Appendix, Block, Body, CitedDocument, Comparator, DutyForm, Funding, FundingItem, Id, LegalBasis, Mount, MountForm,
    MountKind, PlaceShare, Plan, Programme, ProgrammeProject, Project, Recipient, Registry, Report, Responsibility,
    Signature, Status, Target, Task, Text, key,
};
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
    pub fn merge(&mut self, other: &Self) -> Vec<Diagnostic> {
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
    pub fn inherited(&self, files: &[Node]) -> Self {
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

/// Reads a file that plans share. It may use the ids of what outer folders share, and of the other files of its folder.
pub fn read_shared(node: &Node, outer: &Shared, folder: &[Node]) -> Checked<Shared> {
    let mut reader = Reader::new();
    reader.ids = outer.inherited(folder).ids();
    for file in folder {
        declare(&mut reader, file);
    }
    let shared = reader.root(node, &key::SHARED).map(|fields| reader.shared(&fields));
    Checked { value: shared, diagnostics: reader.diagnostics }
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

/// Whether the only key of a part of the body is no key but the first words of a sentence that has a colon in it.
fn begins_a_sentence(key: &str) -> bool {
    let keys = key::BLOCK.fields.iter().map(|field| field.key);
    key.contains(' ') || !key.is_ascii() && crate::vietnamese::nearest(key, keys).is_none()
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

    fn entities<'n, T>(
        &mut self,
        fields: &Fields<'n>,
        field: &Field,
        read: impl FnMut(&mut Self, &'n Node) -> Option<T>,
    ) -> Registry<T> {
        fields.get(field).map(|node| self.dict(node, field, read)).unwrap_or_default()
    }

    fn opt_text(&mut self, fields: &Fields<'_>, field: &Field) -> Option<Text> {
        fields.get(field).and_then(|node| self.text(node, field))
    }

    fn opt_texts(&mut self, fields: &Fields<'_>, field: &Field) -> Vec<Text> {
        fields.get(field).map(|node| self.texts(node, field)).unwrap_or_default()
    }

    fn opt_number(&mut self, fields: &Fields<'_>, field: &Field) -> Option<Decimal> {
        fields.get(field).and_then(|node| self.number(node, field))
    }

    fn opt_money(&mut self, fields: &Fields<'_>, field: &Field) -> Option<Money> {
        fields.get(field).and_then(|node| self.money(node, field))
    }

    fn opt_period(&mut self, fields: &Fields<'_>, field: &Field) -> Option<Period> {
        fields.get(field).and_then(|node| self.period(node, field))
    }

    fn opt_choice(&mut self, fields: &Fields<'_>, field: &Field) -> Option<(&'static str, &'static str)> {
        fields.get(field).and_then(|node| self.choice(node, field))
    }

    fn opt_id(&mut self, fields: &Fields<'_>, field: &Field, registry: RegistryKind) -> Option<Id> {
        fields.get(field).and_then(|node| self.id(node, registry, field))
    }

    fn opt_ids(&mut self, fields: &Fields<'_>, field: &Field, registry: RegistryKind) -> Vec<Id> {
        fields.get(field).map(|node| self.ids(node, registry, field)).unwrap_or_default()
    }

    /// Reads every key before giving up on a missing one, so that all mistakes are found.
    fn plan(&mut self, fields: &Fields<'_>, shared: &Shared, status: Option<Status>) -> Option<Plan> {
        let own = self.shared(fields);
        let own_status = match self.opt_choice(fields, &key::STATUS) {
            Some(("ban_hanh", _)) => Status::Issued,
            _ => Status::Draft,
        };
        let status = status.unwrap_or(own_status);
        let issuer =
            fields.get(&key::ISSUER).and_then(|node| self.id_or_text(node, RegistryKind::Bodies, &key::ISSUER));
        let parent =
            fields.get(&key::PARENT).and_then(|node| self.id_or_text(node, RegistryKind::Bodies, &key::PARENT));
        let number = self.plan_number(fields);
        let symbol = self.symbol(fields);
        let place = self.opt_text(fields, &key::PLACE);
        let date = fields.get(&key::DATE).and_then(|node| self.partial_date(node, &key::DATE));
        if status == Status::Issued {
            let by_plan = own_status == Status::Issued;
            self.no_blank(fields, &key::NUMBER, number.is_some() || fields.get(&key::NUMBER).is_some(), by_plan);
            self.no_blank(fields, &key::DATE, date.is_none_or(Date::is_complete), by_plan);
        }
        let subject = self.opt_text(fields, &key::SUBJECT);
        let period = self.opt_period(fields, &key::PERIOD);
        let numbering = self.numbering(fields);
        let legal_bases = fields
            .get(&key::LEGAL_BASES)
            .map(|node| self.list(node, &key::LEGAL_BASES, Self::legal_basis))
            .unwrap_or_default();
        let opening = self.opt_texts(fields, &key::OPENING);
        let purposes = self.opt_texts(fields, &key::PURPOSES);
        let demands = self.opt_texts(fields, &key::DEMANDS);
        let body = self.blocks(fields, &key::BODY);
        let targets = self.entities(fields, &key::TARGETS, Self::target);
        let projects = self.projects(fields);
        let funding = fields.get(&key::FUNDING).and_then(|node| self.funding(node));
        let tasks = self.entities(fields, &key::TASKS, Self::task);
        let responsibilities = fields
            .get(&key::RESPONSIBILITIES)
            .map(|node| self.list(node, &key::RESPONSIBILITIES, Self::responsibility))
            .unwrap_or_default();
        let reports = self.entities(fields, &key::REPORTS, Self::report_duty);
        let closing = self.opt_texts(fields, &key::CLOSING);
        let appendices = self.entities(fields, &key::APPENDICES, Self::appendix);
        let recipients = fields
            .get(&key::RECIPIENTS)
            .map(|node| self.list(node, &key::RECIPIENTS, Self::recipient))
            .unwrap_or_default();
        let archive = self.opt_texts(fields, &key::ARCHIVE);
        let signature = fields.get(&key::SIGNATURE).and_then(|node| self.signature(node));

        let mut all = shared.clone();
        self.diagnostics.extend(all.merge(&own));
        let plan = Plan {
            status,
            issuer: issuer?,
            parent,
            number,
            symbol: symbol?,
            place: place?,
            date: date?,
            subject: subject?,
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
            signature: signature?,
            programme: own.programme.or(all.programme),
            bodies: all.bodies,
            documents: all.documents,
        };
        self.empty_mounts(&plan);
        self.mounts(&plan, &plan.body);
        for (_, appendix) in plan.appendices.iter() {
            self.mounts(&plan, &appendix.content);
        }
        Some(plan)
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
        let help = match crate::vietnamese::nearest(&wanted.words, known.iter().copied()) {
            Some(near) => format!("có phải «{near}»?"),
            None if known.is_empty() => format!("bỏ khóa này: dữ liệu in ở đây không có {what} nào"),
            None => format!("có: {}", all.join(", ")),
        };
        let message = format!("dữ liệu in ở đây không có {what} «{}»", wanted.words);
        self.report(Diagnostic::error(Code::UnknownId, wanted.span.clone(), message).help(help));
    }

    /// An issued document has its number and its day.
    fn no_blank(&mut self, fields: &Fields<'_>, field: &Field, filled: bool, by_plan: bool) {
        if filled {
            return;
        }
        let place = fields.get(field).map(|node| node.span.clone()).or_else(|| fields.key_span(field).cloned());
        let place = place.or_else(|| fields.get(&key::STATUS).map(|node| node.span.clone()));
        let place = place.unwrap_or_else(|| super::reader::first_line(&fields.node.span));
        let message = format!("bản ban hành còn để trống «{}» ({})", field.key, field.title);
        let otherwise = if by_plan {
            format!("viết {}: du_thao", key::STATUS.key)
        } else {
            "dựng bản dự thảo".to_owned()
        };
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
        if words.contains(['/', ' ', '\n', '–', '—']) || !words.contains('-') {
            self.report(
                Diagnostic::error(
                    Code::BadValue,
                    node.span.clone(),
                    format!("ký hiệu «{}» sai cách viết", shortened(words)),
                )
                .help("viết chữ viết tắt tên loại, gạch nối, chữ viết tắt cơ quan, không dấu cách: KH-UBND"),
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

    fn legal_basis(&mut self, node: &Node) -> Option<LegalBasis> {
        let span = node.span.clone();
        if let Value::Text(_) = node.value {
            let id = self.id(node, RegistryKind::Documents, &key::LEGAL_BASES)?;
            return Some(LegalBasis { verb: None, documents: vec![id], text: None, span });
        }
        let fields = self.group(node, &key::LEGAL_BASIS, &key::LEGAL_BASES)?;
        let basis = LegalBasis {
            verb: self.opt_text(&fields, &key::BASIS_VERB),
            documents: self.opt_ids(&fields, &key::BASIS_DOCUMENT, RegistryKind::Documents),
            text: self.opt_text(&fields, &key::BASIS_TEXT),
            span,
        };
        self.one_of(&fields, &[&key::BASIS_DOCUMENT, &key::BASIS_TEXT]);
        Some(basis)
    }

    /// Reports a mapping that has none of some keys.
    fn one_of(&mut self, fields: &Fields<'_>, choices: &[&Field]) {
        if choices.iter().all(|field| fields.key_span(field).is_none()) {
            let keys = choices.iter().map(|field| format!("«{}»", field.key)).collect::<Vec<_>>().join(" hoặc ");
            self.report(
                Diagnostic::error(
                    Code::MissingKey,
                    super::reader::first_line(&fields.node.span),
                    format!("chỗ này cần khóa {keys}"),
                )
                .help(format!("ví dụ {}: {}", choices[0].key, choices[0].example)),
            );
        }
    }

    fn body(&mut self, node: &Node) -> Option<Body> {
        let fields = self.group(node, &key::BODY_ENTRY, &key::BODIES)?;
        let name = self.opt_text(&fields, &key::BODY_NAME);
        let body = Body {
            short: self.opt_text(&fields, &key::BODY_SHORT),
            lines: self.opt_texts(&fields, &key::BODY_LINES),
            parent: self.opt_id(&fields, &key::BODY_PARENT, RegistryKind::Bodies),
            groups: self.opt_texts(&fields, &key::BODY_GROUPS),
            name: name?,
        };
        Some(body)
    }

    fn document(&mut self, node: &Node) -> Option<CitedDocument> {
        let fields = self.group(node, &key::DOCUMENT, &key::DOCUMENTS)?;
        let kind = self.opt_text(&fields, &key::DOCUMENT_KIND);
        let document = CitedDocument {
            number: self.opt_text(&fields, &key::DOCUMENT_NUMBER),
            date: fields.get(&key::DOCUMENT_DATE).and_then(|node| self.date(node, &key::DOCUMENT_DATE)),
            issuer: fields
                .get(&key::DOCUMENT_ISSUER)
                .and_then(|node| self.id_or_text(node, RegistryKind::Bodies, &key::DOCUMENT_ISSUER)),
            subject: self.opt_text(&fields, &key::DOCUMENT_SUBJECT),
            kind: kind?,
        };
        Some(document)
    }

    fn programme(&mut self, node: &Node) -> Option<Programme> {
        let fields = self.group(node, &key::PROGRAMME_SHAPE, &key::PROGRAMME)?;
        let name = self.opt_text(&fields, &key::PROGRAMME_NAME);
        let programme = Programme {
            short: self.opt_text(&fields, &key::PROGRAMME_SHORT),
            decision: self.opt_id(&fields, &key::PROGRAMME_DECISION, RegistryKind::Documents),
            period: self.opt_period(&fields, &key::PROGRAMME_PERIOD),
            projects: self.entities(&fields, &key::PROGRAMME_PROJECTS, Self::programme_project),
            name: name?,
        };
        Some(programme)
    }

    fn programme_project(&mut self, node: &Node) -> Option<ProgrammeProject> {
        let fields = self.group(node, &key::PROGRAMME_PROJECT, &key::PROGRAMME_PROJECTS)?;
        let (number, name) = (self.opt_text(&fields, &key::PROJECT_NUMBER), self.opt_text(&fields, &key::PROJECT_NAME));
        let part_of = self.opt_id(&fields, &key::PROJECT_OF, RegistryKind::Projects);
        Some(ProgrammeProject { number: number?, name: name?, part_of })
    }

    fn projects(&mut self, fields: &Fields<'_>) -> Registry<Project> {
        let projects = self.entities(fields, &key::PROJECTS, Self::project);
        let known: Vec<_> = self.ids.0.iter().filter(|(kind, _)| *kind == RegistryKind::Projects).cloned().collect();
        for (id, _) in projects.iter() {
            if !known.iter().any(|(_, name)| *name == id.name) {
                let help = match crate::vietnamese::nearest(&id.name, known.iter().map(|(_, name)| name.as_str())) {
                    Some(near) => format!("có phải «{near}»?"),
                    None => "khai báo dự án dưới khóa «chuong_trinh», phần «du_an»".to_owned(),
                };
                let message = format!("chương trình không có dự án nào mang mã «{}»", id.name);
                self.report(Diagnostic::error(Code::UnknownId, id.span.clone(), message).help(help));
            }
        }
        projects
    }

    fn project(&mut self, node: &Node) -> Option<Project> {
        let fields = self.group(node, &key::PROJECT, &key::PROJECTS)?;
        Some(Project {
            lead: self.opt_id(&fields, &key::PROJECT_LEAD, RegistryKind::Bodies),
            cooperating: self.opt_ids(&fields, &key::PROJECT_COOPERATING, RegistryKind::Bodies),
            goal: self.opt_text(&fields, &key::PROJECT_GOAL),
            groups: self.opt_texts(&fields, &key::PROJECT_GROUPS),
            content: self.blocks(&fields, &key::PROJECT_CONTENT),
            funding: self.opt_text(&fields, &key::PROJECT_FUNDING),
        })
    }

    fn target(&mut self, node: &Node) -> Option<Target> {
        let fields = self.group(node, &key::TARGET, &key::TARGETS)?;
        let comparator = self.opt_choice(&fields, &key::TARGET_COMPARATOR);
        let target = Target {
            text: self.opt_text(&fields, &key::TARGET_TEXT),
            lead_in: self.opt_text(&fields, &key::TARGET_LEAD_IN),
            name: self.opt_text(&fields, &key::TARGET_NAME),
            population: self.opt_text(&fields, &key::TARGET_POPULATION),
            result: self.opt_text(&fields, &key::TARGET_RESULT),
            comparator: comparator.map(|(name, words)| Comparator { name, words }),
            value: self.opt_number(&fields, &key::TARGET_VALUE),
            from: self.opt_number(&fields, &key::TARGET_FROM),
            to: self.opt_number(&fields, &key::TARGET_TO),
            decrease: self.opt_number(&fields, &key::TARGET_DECREASE),
            increase: self.opt_number(&fields, &key::TARGET_INCREASE),
            unit: self.opt_text(&fields, &key::TARGET_UNIT),
            standard: self.opt_text(&fields, &key::TARGET_STANDARD),
            deadline: self.opt_text(&fields, &key::TARGET_DEADLINE),
            group: self.opt_text(&fields, &key::TARGET_GROUP),
            owner: self.opt_id(&fields, &key::TARGET_OWNER, RegistryKind::Bodies),
            parts: self.entities(&fields, &key::TARGET_PARTS, Self::target),
            breakdown: fields
                .get(&key::TARGET_BREAKDOWN)
                .map(|node| self.list(node, &key::TARGET_BREAKDOWN, Self::place_share))
                .unwrap_or_default(),
            span: node.span.clone(),
        };
        self.check_target(&fields, &target);
        self.check_breakdown(&fields, &target);
        Some(target)
    }

    /// A target must be text, or one form of value with what is measured or counted.
    fn check_target(&mut self, fields: &Fields<'_>, target: &Target) {
        if target.text.is_some() {
            return;
        }
        self.one_of(fields, &[&key::TARGET_NAME, &key::TARGET_POPULATION, &key::TARGET_TEXT]);
        let forms: [(&Field, bool); 4] = [
            (&key::TARGET_VALUE, target.value.is_some()),
            (&key::TARGET_FROM, target.from.is_some() || target.to.is_some()),
            (&key::TARGET_DECREASE, target.decrease.is_some()),
            (&key::TARGET_INCREASE, target.increase.is_some()),
        ];
        let given: Vec<_> = forms.iter().filter(|(_, given)| *given).map(|(field, _)| field).collect();
        if let [first, second, ..] = given.as_slice() {
            let place = fields.key_span(second).unwrap_or(&fields.node.span).clone();
            let message = format!("chỉ tiêu không thể vừa có «{}» vừa có «{}»", first.key, second.key);
            self.report(Diagnostic::error(Code::Incompatible, place, message).help("giữ một cách viết giá trị"));
        }
        if target.from.is_some() != target.to.is_some() {
            let place = super::reader::first_line(&fields.node.span);
            self.report(
                Diagnostic::error(Code::Incompatible, place, "«tu» và «den» phải đi cùng nhau")
                    .help("thêm mức còn thiếu, hoặc dùng «gia_tri»"),
            );
        }
    }

    /// The parts of a count make up the count; shares in percent, and counts that are a bound, need not.
    fn check_breakdown(&mut self, fields: &Fields<'_>, target: &Target) {
        let whole = target.value.or(target.decrease).or(target.increase);
        let percent = target.unit.as_ref().is_some_and(|unit| unit.words == "%");
        let (Some(whole), Some(node)) = (whole, fields.get(&key::TARGET_BREAKDOWN)) else { return };
        let Value::List(items) = &node.value else { return };
        let complete = items.len() == target.breakdown.len() && !items.is_empty();
        let sum = Decimal::sum(target.breakdown.iter().map(|share| share.value));
        if complete && !percent && target.comparator.is_none() && !sum.equals(whole) {
            let place = fields.key_span(&key::TARGET_BREAKDOWN).unwrap_or(&node.span).clone();
            let message = format!("phân bổ cộng lại được {}, chỉ tiêu ghi {}", sum.display(), whole.display());
            self.report(
                Diagnostic::error(Code::WrongSum, place, message)
                    .help("sửa giá trị của từng nơi, hoặc sửa giá trị của chỉ tiêu"),
            );
        }
    }

    fn place_share(&mut self, node: &Node) -> Option<PlaceShare> {
        let fields = self.group(node, &key::SHARE, &key::TARGET_BREAKDOWN)?;
        let place = self.opt_text(&fields, &key::SHARE_PLACE);
        let value = self.opt_number(&fields, &key::SHARE_VALUE);
        Some(PlaceShare { place: place?, value: value? })
    }

    fn funding(&mut self, node: &Node) -> Option<Funding> {
        let fields = self.group(node, &key::FUNDING_SHAPE, &key::FUNDING)?;
        let unit = self.opt_choice(&fields, &key::FUNDING_UNIT).map_or("triệu đồng", |(name, _)| name);
        let unit = MONEY_UNITS.into_iter().find(|known| known.name == unit)?;
        let stated = self.opt_money(&fields, &key::FUNDING_TOTAL);
        let sources = self.entities(&fields, &key::FUNDING_SOURCES, |reader, node| {
            let fields = reader.group(node, &key::SOURCE, &key::FUNDING_SOURCES)?;
            reader.opt_text(&fields, &key::SOURCE_NAME)
        });
        let items = self.entities(&fields, &key::FUNDING_ITEMS, Self::funding_item);
        let amounts: Option<Vec<Money>> = items.iter().map(|(_, item)| item.amount).collect();
        let sum = amounts.filter(|amounts| !amounts.is_empty()).map(|amounts| Money(amounts.iter().map(|m| m.0).sum()));
        if let (Some(stated), Some(sum)) = (stated, sum)
            && stated != sum
        {
            let place = fields.get(&key::FUNDING_TOTAL).map_or(&node.span, |node| &node.span).clone();
            let message = format!("tổng ghi {}, các khoản cộng lại được {}", stated.display(unit), sum.display(unit));
            self.report(
                Diagnostic::error(Code::WrongSum, place, message)
                    .help("sửa tổng, hoặc xóa khóa để chương trình tự cộng"),
            );
        }
        Some(Funding { unit, total: stated.or(sum), sources, items })
    }

    fn funding_item(&mut self, node: &Node) -> Option<FundingItem> {
        let fields = self.group(node, &key::FUNDING_ITEM, &key::FUNDING_ITEMS)?;
        let name = self.opt_text(&fields, &key::ITEM_NAME);
        let item = FundingItem {
            group: self.opt_text(&fields, &key::ITEM_GROUP),
            count: self.opt_number(&fields, &key::ITEM_COUNT),
            unit: self.opt_text(&fields, &key::ITEM_UNIT),
            amount: self.opt_money(&fields, &key::ITEM_AMOUNT),
            cap: self.opt_money(&fields, &key::ITEM_CAP),
            cap_unit: self.opt_text(&fields, &key::ITEM_CAP_UNIT),
            sources: self.opt_ids(&fields, &key::ITEM_SOURCES, RegistryKind::Sources),
            text: self.opt_text(&fields, &key::ITEM_TEXT),
            name: name?,
        };
        Some(item)
    }

    fn task(&mut self, node: &Node) -> Option<Task> {
        let fields = self.group(node, &key::TASK, &key::TASKS)?;
        let text = self.opt_text(&fields, &key::TASK_TEXT);
        let task = Task {
            lead: self.opt_id(&fields, &key::TASK_LEAD, RegistryKind::Bodies),
            cooperating: self.opt_ids(&fields, &key::TASK_COOPERATING, RegistryKind::Bodies),
            deadline: self.opt_text(&fields, &key::TASK_DEADLINE),
            product: self.opt_text(&fields, &key::TASK_PRODUCT),
            text: text?,
        };
        Some(task)
    }

    fn responsibility(&mut self, node: &Node) -> Option<Responsibility> {
        let fields = self.group(node, &key::RESPONSIBILITY, &key::RESPONSIBILITIES)?;
        let text = self.opt_text(&fields, &key::DUTY_TEXT);
        let form = match self.opt_choice(&fields, &key::DUTY_FORM) {
            Some(("lien_dong", _)) => DutyForm::RunIn,
            Some(("ca_cau", _)) => DutyForm::Sentence,
            None if text.is_some() => DutyForm::RunIn,
            _ => DutyForm::Block,
        };
        self.one_of(&fields, &[&key::DUTY_ITEMS, &key::DUTY_TEXT]);
        if form != DutyForm::Block
            && fields.key_span(&key::DUTY_TEXT).is_none()
            && let Some(node) = fields.get(&key::DUTY_FORM)
        {
            let message = format!("«{}: {}» cần khóa «{}»", key::DUTY_FORM.key, node.span.text(), key::DUTY_TEXT.key);
            self.report(Diagnostic::error(Code::Incompatible, node.span.clone(), message).help(format!(
                "thêm {}: {}; hoặc xóa khóa {}",
                key::DUTY_TEXT.key,
                key::DUTY_TEXT.example,
                key::DUTY_FORM.key
            )));
        }
        Some(Responsibility {
            bodies: self.opt_ids(&fields, &key::DUTY_BODY, RegistryKind::Bodies),
            heading: self.opt_text(&fields, &key::DUTY_HEADING),
            form,
            requested: matches!(self.opt_choice(&fields, &key::DUTY_REQUEST), Some(("co", _))),
            text,
            items: self.blocks(&fields, &key::DUTY_ITEMS),
            group: self.opt_text(&fields, &key::DUTY_GROUP),
        })
    }

    fn report_duty(&mut self, node: &Node) -> Option<Report> {
        let fields = self.group(node, &key::REPORT, &key::REPORTS)?;
        let what = self.opt_text(&fields, &key::REPORT_WHAT);
        let report = Report {
            from: self.opt_ids(&fields, &key::REPORT_FROM, RegistryKind::Bodies),
            to: self.opt_ids(&fields, &key::REPORT_TO, RegistryKind::Bodies),
            via: self.opt_id(&fields, &key::REPORT_VIA, RegistryKind::Bodies),
            when: self.opt_text(&fields, &key::REPORT_WHEN),
            what: what?,
        };
        Some(report)
    }

    fn blocks(&mut self, fields: &Fields<'_>, field: &Field) -> Vec<Block> {
        fields.get(field).map(|node| self.list(node, field, Self::block)).unwrap_or_default()
    }

    fn block(&mut self, node: &Node) -> Option<Block> {
        if let Value::Text(_) = node.value {
            let text = self.text(node, &key::BLOCK_TEXT)?;
            let plain =
                Block { heading: None, text: None, style: None, label: None, mount: None, children: Vec::new() };
            return Some(Block { text: Some(text), ..plain });
        }
        if let Value::List(_) = &node.value {
            let message = "một phần của nội dung là danh sách trong danh sách";
            self.report(Diagnostic::error(Code::WrongType, super::reader::first_line(&node.span), message).help(
                format!("bỏ bớt một dấu gạch; gạch đầu dòng ở dưới một câu viết sau khóa {}:", key::BLOCK_DASHES.key),
            ));
            return None;
        }
        if let Value::Map(entries) = &node.value
            && let [entry] = entries.as_slice()
            && begins_a_sentence(&entry.key)
        {
            self.report(super::reader::colon_in_sentence(entry));
            return None;
        }
        let fields = self.group(node, &key::BLOCK, &key::BLOCK_CHILDREN)?;
        self.one_of(
            &fields,
            &[
                &key::BLOCK_HEADING,
                &key::BLOCK_TEXT,
                &key::BLOCK_MOUNT,
                &key::BLOCK_DASHES,
                &key::BLOCK_POINTS,
                &key::BLOCK_CLAUSES,
                &key::BLOCK_PLUSES,
                &key::BLOCK_CHILDREN,
            ],
        );
        let mut children = self.blocks(&fields, &key::BLOCK_CHILDREN);
        for (field, style) in [
            (&key::BLOCK_CLAUSES, "1."),
            (&key::BLOCK_POINTS, "a)"),
            (&key::BLOCK_DASHES, "-"),
            (&key::BLOCK_PLUSES, "+"),
        ] {
            let items = self.blocks(&fields, field);
            children.extend(items.into_iter().map(|item| Block { style: item.style.or(Some(style)), ..item }));
        }
        Some(Block {
            heading: self.opt_text(&fields, &key::BLOCK_HEADING),
            text: self.opt_text(&fields, &key::BLOCK_TEXT),
            style: self.opt_choice(&fields, &key::BLOCK_STYLE).map(|(style, _)| style),
            label: self.opt_text(&fields, &key::BLOCK_LABEL),
            mount: self.mount(&fields),
            children,
        })
    }

    fn mount(&mut self, fields: &Fields<'_>) -> Option<Mount> {
        let kind = self.opt_choice(fields, &key::BLOCK_MOUNT);
        if kind.is_none() {
            for field in [&key::BLOCK_GROUP, &key::BLOCK_PICK, &key::BLOCK_FORM] {
                if let Some(span) = fields.key_span(field)
                    && fields.key_span(&key::BLOCK_MOUNT).is_none()
                {
                    let message = format!("«{}» chỉ dùng cùng «{}»", field.key, key::BLOCK_MOUNT.key);
                    self.report(Diagnostic::error(Code::Incompatible, span.clone(), message).help(format!(
                        "thêm {}: {}",
                        key::BLOCK_MOUNT.key,
                        key::BLOCK_MOUNT.example
                    )));
                }
            }
        }
        let group = self.opt_text(fields, &key::BLOCK_GROUP);
        let pick = self.opt_texts(fields, &key::BLOCK_PICK);
        let form = match self.opt_choice(fields, &key::BLOCK_FORM) {
            Some(("mot_doan", _)) => MountForm::Paragraph,
            Some(("bang", _)) => MountForm::Table,
            Some(("tong", _)) => MountForm::Total,
            _ => MountForm::List,
        };
        let kind = match kind?.0 {
            "chi_tieu" => MountKind::Targets,
            "du_an" => MountKind::Projects,
            "kinh_phi" => MountKind::Funding,
            "nhiem_vu" => MountKind::Tasks,
            "trach_nhiem" => MountKind::Responsibilities,
            _ => MountKind::Reports,
        };
        if let Some(node) = fields.get(&key::BLOCK_MOUNT) {
            self.mounted.push((kind, node.span.clone()));
        }
        Some(Mount { kind, group, pick, form })
    }

    fn recipient(&mut self, node: &Node) -> Option<Recipient> {
        if let Value::Text(_) = node.value {
            let line = match self.id_or_text(node, RegistryKind::Bodies, &key::RECIPIENTS)? {
                super::IdOrText::Id(id) => Recipient { bodies: vec![id], text: None, purpose: None },
                super::IdOrText::Text(text) => Recipient { bodies: Vec::new(), text: Some(text), purpose: None },
            };
            return Some(line);
        }
        let fields = self.group(node, &key::RECIPIENT, &key::RECIPIENTS)?;
        self.one_of(&fields, &[&key::RECIPIENT_BODIES, &key::RECIPIENT_TEXT]);
        Some(Recipient {
            bodies: self.opt_ids(&fields, &key::RECIPIENT_BODIES, RegistryKind::Bodies),
            text: self.opt_text(&fields, &key::RECIPIENT_TEXT),
            purpose: self.opt_text(&fields, &key::RECIPIENT_NOTE),
        })
    }

    fn signature(&mut self, node: &Node) -> Option<Signature> {
        let fields = self.group(node, &key::SIGNATURE_SHAPE, &key::SIGNATURE)?;
        let authority = self.opt_texts(&fields, &key::SIGNATURE_AUTHORITY);
        for line in &authority {
            let known = ["TM. ", "KT. ", "TL. ", "TUQ. ", "Q. "];
            if !known.iter().any(|code| line.words.starts_with(code)) {
                self.report(
                    Diagnostic::error(
                        Code::BadValue,
                        line.span.clone(),
                        format!("quyền hạn «{}» không mở đầu bằng TM. KT. TL. TUQ. hoặc Q.", line.words),
                    )
                    .help("viết chữ viết tắt, dấu chấm, dấu cách, rồi tên cơ quan hoặc chức vụ: TM. Ủy ban nhân dân"),
                );
            }
        }
        let post = self.opt_text(&fields, &key::SIGNATURE_POST);
        let other_post = self.opt_text(&fields, &key::SIGNATURE_OTHER_POST);
        let name = self.opt_text(&fields, &key::SIGNATURE_NAME);
        Some(Signature { authority, post: post?, other_post, name })
    }

    fn appendix(&mut self, node: &Node) -> Option<Appendix> {
        let fields = self.group(node, &key::APPENDIX, &key::APPENDICES)?;
        let title = self.opt_text(&fields, &key::APPENDIX_TITLE);
        let landscape = matches!(self.opt_choice(&fields, &key::APPENDIX_ORIENTATION), Some(("ngang", _)));
        let content = self.blocks(&fields, &key::APPENDIX_CONTENT);
        Some(Appendix { title: title?, landscape, content })
    }
}
