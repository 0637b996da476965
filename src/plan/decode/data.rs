//! Projects, targets, money, tasks, duties and reports.

use super::super::number::{Decimal, MONEY_UNITS, Money};
use super::super::reader::{Fields, Reader, first_line};
use super::super::schema::{Field, Registry as RegistryKind};
use super::super::yaml::{Node, Value};
use super::super::{
    Allocation, Amount, CoLead, Comparator, Deadline, DutyForm, Funding, FundingItem, PlaceShare, Project, Registry,
    Report, Responsibility, Target, Task, Text, key,
};
use crate::diagnostic::{Code, Diagnostic};

impl Reader {
    pub(super) fn projects(&mut self, fields: &Fields<'_>) -> Registry<Project> {
        let projects = self.entities(fields, &key::PROJECTS, Self::project);
        let known: Vec<_> = self.ids.0.iter().filter(|(kind, _)| *kind == RegistryKind::Projects).cloned().collect();
        for (id, _) in projects.iter() {
            if !known.iter().any(|(_, name)| *name == id.name) {
                let names = known.iter().map(|(_, name)| name.as_str());
                let help = crate::vietnamese::did_you_mean(&id.name, names)
                    .unwrap_or_else(|| "khai báo dự án dưới khóa «chuong_trinh», phần «du_an»".to_owned());
                let message = format!("chương trình không có dự án nào mang mã «{}»", id.name);
                self.report(Diagnostic::error(Code::UnknownId, id.span.clone(), message).help(help));
            }
        }
        projects
    }

    pub(super) fn project(&mut self, node: &Node) -> Option<Project> {
        let fields = self.group(node, &key::PROJECT, &key::PROJECTS)?;
        self.no_mounts(&fields, &key::PROJECT_CONTENT);
        Some(Project {
            lead: self.opt_id(&fields, &key::PROJECT_LEAD, RegistryKind::Bodies),
            co_leads: self.co_leads(&fields, &key::PROJECT_CO_LEADS),
            cooperating: self.opt_ids(&fields, &key::PROJECT_COOPERATING, RegistryKind::Bodies),
            goals: self.opt_texts(&fields, &key::PROJECT_GOAL),
            groups: self.opt_texts(&fields, &key::PROJECT_GROUPS),
            content: self.blocks(&fields, &key::PROJECT_CONTENT),
            amount: self.opt_money(&fields, &key::PROJECT_AMOUNT),
            funding: self.opt_text(&fields, &key::PROJECT_FUNDING),
            assignment: self.opt_text(&fields, &key::PROJECT_ASSIGNMENT),
        })
    }

    pub(super) fn target(&mut self, node: &Node) -> Option<Target> {
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
            level: self.opt_number(&fields, &key::TARGET_LEVEL),
            from: self.opt_number(&fields, &key::TARGET_FROM),
            to: self.opt_number(&fields, &key::TARGET_TO),
            decrease: self.amount(&fields, &key::TARGET_DECREASE),
            increase: self.amount(&fields, &key::TARGET_INCREASE),
            fraction: self.fraction(&fields),
            per: self.opt_text(&fields, &key::TARGET_PER),
            against: self.opt_text(&fields, &key::TARGET_AGAINST),
            set_by: self.opt_text(&fields, &key::TARGET_SET_BY),
            indicators: self.indicators(&fields),
            data: self.opt_text(&fields, &key::TARGET_DATA),
            steps: self.entities(&fields, &key::TARGET_STEPS, |reader, node| reader.number(node, &key::TARGET_STEPS)),
            unit: self.opt_text(&fields, &key::TARGET_UNIT),
            standard: self.opt_text(&fields, &key::TARGET_STANDARD),
            deadline: self.opt_text(&fields, &key::TARGET_DEADLINE),
            group: self.opt_text(&fields, &key::TARGET_GROUP),
            owner: self.opt_id(&fields, &key::TARGET_OWNER, RegistryKind::Bodies),
            parts: self.entities(&fields, &key::TARGET_PARTS, Self::target),
            breakdown: self.opt_list(&fields, &key::TARGET_BREAKDOWN, Self::place_share),
            span: node.span.clone(),
        };
        self.check_target(&fields, &target);
        Some(target)
    }

    /// A target must be text, or one form of value with what is measured or counted.
    pub(super) fn check_target(&mut self, fields: &Fields<'_>, target: &Target) {
        if target.text.is_some() {
            return;
        }
        self.one_of(fields, &[&key::TARGET_NAME, &key::TARGET_POPULATION, &key::TARGET_TEXT]);
        let forms: [(&Field, bool); 6] = [
            (&key::TARGET_VALUE, target.value.is_some()),
            (
                if target.from.is_some() { &key::TARGET_FROM } else { &key::TARGET_TO },
                target.from.is_some() || target.to.is_some(),
            ),
            (&key::TARGET_DECREASE, target.decrease.is_some()),
            (&key::TARGET_INCREASE, target.increase.is_some()),
            (&key::TARGET_LEVEL, target.level.is_some()),
            (&key::TARGET_FRACTION, target.fraction.is_some()),
        ];
        let given: Vec<_> = forms.iter().filter(|(_, given)| *given).map(|(field, _)| field).collect();
        if let [first, second, ..] = given.as_slice() {
            let place = fields.key_span(second).unwrap_or(&fields.node.span).clone();
            let message = format!("chỉ tiêu không thể vừa có «{}» vừa có «{}»", first.key, second.key);
            self.report(Diagnostic::error(Code::Incompatible, place, message).help("giữ một cách viết giá trị"));
        }
        // The parts of a count make up the count; shares in percent, and counts that are a bound, need not.
        let whole = target.value.or(target.level).or(target.decrease.or(target.increase).map(|amount| amount.low));
        let parts = target.breakdown.iter().map(|share| share.value).try_fold(Decimal::whole(0), Decimal::plus);
        if let (Some(whole), Some(parts)) = (whole, parts)
            && !target.breakdown.is_empty()
            && target.comparator.is_none()
            && target.unit.as_ref().is_none_or(|unit| unit.words != "%")
            && !whole.equals(parts)
        {
            let place = fields.key_span(&key::TARGET_BREAKDOWN).unwrap_or(&fields.node.span).clone();
            let message = format!("chỉ tiêu là {}, các nơi cộng lại được {}", whole.display(), parts.display());
            self.report(
                Diagnostic::error(Code::WrongSum, place, message).help("sửa giá trị của chỉ tiêu hoặc của các nơi"),
            );
        }
        if target.from.is_some() != target.to.is_some() && given.len() < 2 {
            let place = first_line(&fields.node.span);
            self.report(
                Diagnostic::error(Code::Incompatible, place, "«tu» và «den» phải đi cùng nhau")
                    .help("thêm mức còn thiếu, hoặc dùng «gia_tri»"),
            );
        }
    }

    /// An amount, or a range of two numbers.
    fn amount(&mut self, fields: &Fields<'_>, field: &'static Field) -> Option<Amount> {
        let node = fields.get(field)?;
        let Value::List(_) = node.value else {
            return self.number(node, &key::TARGET_VALUE).map(|low| Amount { low, high: None });
        };
        let numbers = self.list(node, field, |reader, node| reader.number(node, &key::TARGET_VALUE));
        match numbers.as_slice() {
            [low, high] if low.is_less_than(*high) => Some(Amount { low: *low, high: Some(*high) }),
            _ => {
                let message = format!("khoảng giá trị của «{}» phải gồm mức thấp rồi mức cao", field.key);
                self.report(
                    Diagnostic::error(Code::BadValue, node.span.clone(), message)
                        .help(format!("ví dụ {}: [\"0,6\", \"1,0\"]", field.key)),
                );
                None
            }
        }
    }

    fn fraction(&mut self, fields: &Fields<'_>) -> Option<Text> {
        let text = self.opt_text(fields, &key::TARGET_FRACTION)?;
        let parts = text.words.split_once('/').map(|(top, bottom)| (top.parse::<u32>(), bottom.parse::<u32>()));
        if !matches!(parts, Some((Ok(top), Ok(bottom))) if 0 < top && top < bottom) {
            let message = format!("phần «{}» không phải phân số nhỏ hơn 1", text.words);
            self.report(
                Diagnostic::error(Code::BadValue, text.span.clone(), message).help("viết tử số/mẫu số, ví dụ 1/2"),
            );
        }
        Some(text)
    }

    fn indicators(&mut self, fields: &Fields<'_>) -> Vec<u8> {
        let Some(node) = fields.get(&key::TARGET_INDICATOR) else { return Vec::new() };
        match &node.value {
            Value::List(items) => items.iter().filter_map(|item| self.indicator(item)).collect(),
            Value::Blank | Value::Text(_) | Value::Map(_) => self.indicator(node).into_iter().collect(),
        }
    }

    fn indicator(&mut self, node: &Node) -> Option<u8> {
        let number = self.number(node, &key::TARGET_VALUE)?.to_whole();
        let indicator = number.filter(|number| (1..=12).contains(number)).and_then(|number| u8::try_from(number).ok());
        if indicator.is_none() {
            self.report(
                Diagnostic::error(Code::BadValue, node.span.clone(), "chỉ số thiếu hụt phải từ 1 đến 12")
                    .help("viết số của chỉ số trong chuẩn nghèo đa chiều, ví dụ chi_so: 3"),
            );
        }
        indicator
    }

    pub(super) fn place_share(&mut self, node: &Node) -> Option<PlaceShare> {
        let fields = self.group(node, &key::SHARE, &key::TARGET_BREAKDOWN)?;
        let place = self.opt_text(&fields, &key::SHARE_PLACE);
        let value = self.opt_number(&fields, &key::SHARE_VALUE);
        Some(PlaceShare { place: place?, value: value? })
    }

    pub(super) fn funding(&mut self, node: &Node) -> Option<Funding> {
        let fields = self.group(node, &key::FUNDING_SHAPE, &key::FUNDING)?;
        let unit = self.opt_choice(&fields, &key::FUNDING_UNIT).map_or("triệu đồng", |(name, _)| name);
        let unit = MONEY_UNITS.into_iter().find(|known| known.name == unit)?;
        let stated = self.opt_money(&fields, &key::FUNDING_TOTAL);
        let sources = self.entities(&fields, &key::FUNDING_SOURCES, |reader, node| {
            let fields = reader.group(node, &key::SOURCE, &key::FUNDING_SOURCES)?;
            reader.opt_text(&fields, &key::SOURCE_NAME)
        });
        let items = self.entities(&fields, &key::FUNDING_ITEMS, Self::funding_item);
        let printed = self.opt_money(&fields, &key::FUNDING_STATED);
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
        let computed = stated.or(sum);
        if let (Some(printed), Some(computed)) = (printed, computed)
            && printed != computed
        {
            let place = fields.get(&key::FUNDING_STATED).map_or(&node.span, |node| &node.span).clone();
            self.stated_differs(place, &printed.display(unit), &computed.display(unit));
        }
        let text = self.opt_text(&fields, &key::FUNDING_TEXT);
        Some(Funding { unit, total: printed.or(computed), text, sources, items })
    }

    pub(super) fn funding_item(&mut self, node: &Node) -> Option<FundingItem> {
        let fields = self.group(node, &key::FUNDING_ITEM, &key::FUNDING_ITEMS)?;
        let name = self.opt_text(&fields, &key::ITEM_NAME);
        let allocations = self.opt_list(&fields, &key::ITEM_ALLOCATIONS, Self::allocation);
        let amount = self.opt_money(&fields, &key::ITEM_AMOUNT);
        let allocated = Money(allocations.iter().map(|allocation| allocation.amount.0).sum());
        if let Some(amount) = amount
            && !allocations.is_empty()
            && amount != allocated
        {
            let place = fields.get(&key::ITEM_AMOUNT).map_or(&node.span, |node| &node.span).clone();
            let unit = MONEY_UNITS[1];
            let message = format!(
                "số tiền ghi {}, các phần phân bổ cộng lại được {}",
                amount.display(unit),
                allocated.display(unit)
            );
            self.report(
                Diagnostic::error(Code::WrongSum, place, message)
                    .help("sửa số tiền, hoặc xóa khóa để chương trình tự cộng"),
            );
        }
        let item = FundingItem {
            basis: self.opt_choice(&fields, &key::ITEM_BASIS).map(|(_, words)| words),
            project: self.opt_id(&fields, &key::ITEM_PROJECT, RegistryKind::Projects),
            group: self.opt_text(&fields, &key::ITEM_GROUP),
            count: self.opt_number(&fields, &key::ITEM_COUNT),
            unit: self.opt_text(&fields, &key::ITEM_UNIT),
            amount: amount.or((!allocations.is_empty()).then_some(allocated)),
            allocations,
            cap: self.opt_money(&fields, &key::ITEM_CAP),
            cap_unit: self.opt_text(&fields, &key::ITEM_CAP_UNIT),
            sources: self.opt_ids(&fields, &key::ITEM_SOURCES, RegistryKind::Sources),
            text: self.opt_text(&fields, &key::ITEM_TEXT),
            name: name?,
        };
        Some(item)
    }

    /// Bodies, or bodies with the part that each leads.
    fn co_leads(&mut self, fields: &Fields<'_>, field: &'static Field) -> Vec<CoLead> {
        let Some(node) = fields.get(field) else { return Vec::new() };
        let Value::Map(entries) = &node.value else {
            let bodies = self.ids(node, RegistryKind::Bodies, field);
            return bodies.into_iter().map(|body| CoLead { body, role: None }).collect();
        };
        let mut leads = Vec::new();
        for entry in entries {
            let name = Node { span: entry.key_span.clone(), value: Value::Text(entry.key.clone()) };
            let body = self.id(&name, RegistryKind::Bodies, field);
            let role = Some(&entry.node).filter(|node| node.value != Value::Blank);
            let role = role.and_then(|node| self.text(node, field));
            leads.extend(body.map(|body| CoLead { body, role }));
        }
        leads
    }

    fn allocation(&mut self, node: &Node) -> Option<Allocation> {
        let fields = self.group(node, &key::ALLOCATION, &key::ITEM_ALLOCATIONS)?;
        let source = self.opt_id(&fields, &key::ALLOCATION_SOURCE, RegistryKind::Sources);
        let year = self.opt_period(&fields, &key::ALLOCATION_YEAR);
        let amount = self.opt_money(&fields, &key::ALLOCATION_AMOUNT);
        Some(Allocation { source: source?, year, amount: amount? })
    }

    /// A deadline in words, or one of its typed forms.
    fn deadline(&mut self, fields: &Fields<'_>, field: &Field) -> Option<Deadline> {
        let node = fields.get(field)?;
        let Value::Map(_) = node.value else { return self.text(node, field).map(Deadline::Text) };
        let fields = self.group(node, &key::DEADLINE, field)?;
        let forms = [
            &key::DEADLINE_BEFORE,
            &key::DEADLINE_DAY,
            &key::DEADLINE_QUARTER,
            &key::DEADLINE_MONTH,
            &key::DEADLINE_EVERY,
            &key::DEADLINE_DAYS,
        ];
        self.one_of(&fields, &forms);
        let given: Vec<_> = forms.into_iter().filter(|form| fields.get(form).is_some()).collect();
        let at_alone = fields.get(&key::DEADLINE_AT).is_some() && fields.get(&key::DEADLINE_EVERY).is_none();
        let second = given.get(1).copied().or(at_alone.then_some(&key::DEADLINE_AT));
        if let (Some(first), Some(second)) = (given.first(), second)
            && let Some(span) = fields.key_span(second)
        {
            let message = format!("thời hạn không thể vừa có «{}» vừa có «{}»", first.key, second.key);
            self.report(Diagnostic::error(Code::Incompatible, span.clone(), message).help(format!(
                "giữ một cách viết; «{}» chỉ đi cùng «{}»",
                key::DEADLINE_AT.key,
                key::DEADLINE_EVERY.key
            )));
        }
        let at = self.opt_text(&fields, &key::DEADLINE_AT);
        if let Some(date) = self.opt_date(&fields, &key::DEADLINE_BEFORE) {
            return Some(Deadline::Before(date));
        }
        if let Some(date) = self.opt_date(&fields, &key::DEADLINE_DAY) {
            return Some(Deadline::On(date));
        }
        if let Some(every) = self.opt_text(&fields, &key::DEADLINE_EVERY) {
            return Some(Deadline::Every { every, at });
        }
        if let Some(date) = self.opt_partial_date(&fields, &key::DEADLINE_MONTH) {
            return Some(Deadline::Month(date));
        }
        if let Some(days) = self.opt_number(&fields, &key::DEADLINE_DAYS).and_then(Decimal::to_whole) {
            return Some(Deadline::DaysAfterIssue(days));
        }
        let text = self.opt_text(&fields, &key::DEADLINE_QUARTER)?;
        let parts = text.words.split_once('/').map(|(quarter, year)| (quarter.trim(), year.trim().parse()));
        let known = ["I", "II", "III", "IV"];
        match parts {
            Some((quarter, Ok(year))) if known.contains(&quarter) => {
                let quarter = known.into_iter().find(|known| *known == quarter)?;
                Some(Deadline::Quarter { quarter, year })
            }
            _ => {
                let message = format!("quý «{}» không đọc được", text.words);
                self.report(
                    Diagnostic::error(Code::BadValue, text.span, message)
                        .help("viết quý bằng số La Mã, rồi năm: I/2026"),
                );
                None
            }
        }
    }

    pub(super) fn task(&mut self, node: &Node) -> Option<Task> {
        let fields = self.group(node, &key::TASK, &key::TASKS)?;
        let text = self.opt_text(&fields, &key::TASK_TEXT);
        let task = Task {
            lead: self.opt_id(&fields, &key::TASK_LEAD, RegistryKind::Bodies),
            co_leads: self.co_leads(&fields, &key::TASK_CO_LEADS),
            project: self.opt_id(&fields, &key::TASK_PROJECT, RegistryKind::Projects),
            targets: self.opt_ids(&fields, &key::TASK_TARGETS, RegistryKind::Targets),
            cooperating: self.opt_ids(&fields, &key::TASK_COOPERATING, RegistryKind::Bodies),
            deadline: self.deadline(&fields, &key::TASK_DEADLINE),
            product: self.opt_text(&fields, &key::TASK_PRODUCT),
            text: text?,
        };
        Some(task)
    }

    pub(super) fn responsibility(&mut self, node: &Node) -> Option<Responsibility> {
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
        self.no_mounts(&fields, &key::DUTY_ITEMS);
        Some(Responsibility {
            bodies: self.opt_ids(&fields, &key::DUTY_BODY, RegistryKind::Bodies),
            heading: self.opt_text(&fields, &key::DUTY_HEADING),
            form,
            requested: self.says_yes(&fields, &key::DUTY_REQUEST),
            text,
            items: self.blocks(&fields, &key::DUTY_ITEMS),
            group: self.opt_text(&fields, &key::DUTY_GROUP),
        })
    }

    pub(super) fn report_duty(&mut self, node: &Node) -> Option<Report> {
        let fields = self.group(node, &key::REPORT, &key::REPORTS)?;
        let what = self.opt_text(&fields, &key::REPORT_WHAT);
        let report = Report {
            from: self.opt_ids(&fields, &key::REPORT_FROM, RegistryKind::Bodies),
            to: self.opt_ids(&fields, &key::REPORT_TO, RegistryKind::Bodies),
            via: self.opt_id(&fields, &key::REPORT_VIA, RegistryKind::Bodies),
            when: self.deadline(&fields, &key::REPORT_WHEN),
            period: self.opt_text(&fields, &key::REPORT_PERIOD),
            what: what?,
        };
        Some(report)
    }
}
