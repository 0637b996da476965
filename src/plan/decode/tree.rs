//! The body tree, recipients, signature and appendices.

use super::super::reader::{Fields, Reader, colon_in_sentence, first_line};
use super::super::schema::{Field, Registry as RegistryKind};
use super::super::yaml::{Node, Value};
use super::super::{Appendix, Block, IdOrText, Mount, MountForm, MountKind, Recipient, Signature, key};
use crate::diagnostic::{Code, Diagnostic};

impl Reader {
    pub(super) fn blocks(&mut self, fields: &Fields<'_>, field: &Field) -> Vec<Block> {
        self.opt_list(fields, field, Self::block)
    }

    /// Reports mounts among words that stand inside data: they are printed as they are.
    pub(super) fn no_mounts(&mut self, fields: &Fields<'_>, field: &Field) {
        let Some(node) = fields.get(field) else { return };
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            match &node.value {
                Value::List(items) => open.extend(items),
                Value::Map(entries) => {
                    for entry in entries {
                        if [key::BLOCK_MOUNT.key, key::BLOCK_TABLE.key].contains(&entry.key.as_str()) {
                            let message = format!("«{}» không dùng được trong «{}»", entry.key, field.key);
                            self.report(
                                Diagnostic::error(Code::Incompatible, entry.key_span.clone(), message)
                                    .help(format!("đưa chỗ in này ra «{}» của kế hoạch", key::BODY.key)),
                            );
                        }
                        open.push(&entry.node);
                    }
                }
                Value::Blank | Value::Text(_) => {}
            }
        }
    }

    pub(super) fn block(&mut self, node: &Node) -> Option<Block> {
        if let Value::Text(_) = node.value {
            let text = self.text(node, &key::BLOCK_TEXT)?;
            let plain = Block {
                heading: None,
                text: None,
                style: None,
                label: None,
                mount: None,
                table: None,
                children: Vec::new(),
            };
            return Some(Block { text: Some(text), ..plain });
        }
        if let Value::List(_) = &node.value {
            let message = "một phần của nội dung là danh sách trong danh sách";
            self.report(Diagnostic::error(Code::WrongType, first_line(&node.span), message).help(format!(
                "bỏ bớt một dấu gạch; gạch đầu dòng ở dưới một câu viết sau khóa {}:",
                key::BLOCK_DASHES.key
            )));
            return None;
        }
        if let Value::Map(entries) = &node.value
            && let [entry] = entries.as_slice()
            && begins_a_sentence(&entry.key)
        {
            self.report(colon_in_sentence(entry));
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
                &key::BLOCK_TABLE,
                &key::BLOCK_CHILDREN,
            ],
        );
        let lists: [(&'static Field, &'static str); 5] = [
            (&key::BLOCK_CHILDREN, ""),
            (&key::BLOCK_CLAUSES, "1."),
            (&key::BLOCK_POINTS, "a)"),
            (&key::BLOCK_DASHES, "-"),
            (&key::BLOCK_PLUSES, "+"),
        ];
        let mut children = Vec::new();
        for ((field, style), node) in fields.in_order(&lists) {
            let items = self.list(node, field, Self::block);
            let style = Some(*style).filter(|style| !style.is_empty());
            children.extend(items.into_iter().map(|item| Block { style: item.style.or(style), ..item }));
        }
        Some(Block {
            heading: self.opt_text(&fields, &key::BLOCK_HEADING),
            text: self.opt_text(&fields, &key::BLOCK_TEXT),
            style: self.opt_choice(&fields, &key::BLOCK_STYLE).map(|(style, _)| style),
            label: self.opt_text(&fields, &key::BLOCK_LABEL),
            mount: self.mount(&fields),
            table: fields.get(&key::BLOCK_TABLE).and_then(|node| self.table(node)),
            children,
        })
    }

    pub(super) fn mount(&mut self, fields: &Fields<'_>) -> Option<Mount> {
        let kind = self.opt_choice(fields, &key::BLOCK_MOUNT);
        if kind.is_none() {
            for field in [&key::BLOCK_GROUP, &key::BLOCK_PICK, &key::BLOCK_FORM, &key::BLOCK_PART_STYLE] {
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
            Some(("bang_nguon", _)) => MountForm::SourceTable,
            Some(("bang_nam", _)) => MountForm::YearTable,
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
        let part_style = self.opt_choice(fields, &key::BLOCK_PART_STYLE).map(|(style, _)| style);
        Some(Mount { kind, group, pick, form, part_style })
    }

    pub(super) fn recipient(&mut self, node: &Node) -> Option<Recipient> {
        if let Value::Text(_) = node.value {
            let line = match self.id_or_text(node, RegistryKind::Bodies, &key::RECIPIENTS)? {
                IdOrText::Id(id) => Recipient { bodies: vec![id], group: None, text: None, purpose: None },
                IdOrText::Text(text) => Recipient { bodies: Vec::new(), group: None, text: Some(text), purpose: None },
            };
            return Some(line);
        }
        let fields = self.group(node, &key::RECIPIENT, &key::RECIPIENTS)?;
        self.one_of(&fields, &[&key::RECIPIENT_BODIES, &key::RECIPIENT_TEXT, &key::RECIPIENT_GROUP]);
        Some(Recipient {
            bodies: self.opt_ids(&fields, &key::RECIPIENT_BODIES, RegistryKind::Bodies),
            group: self.opt_text(&fields, &key::RECIPIENT_GROUP),
            text: self.opt_text(&fields, &key::RECIPIENT_TEXT),
            purpose: self.opt_text(&fields, &key::RECIPIENT_NOTE),
        })
    }

    /// One signer, or one for each body that issues the plan.
    pub(super) fn signatures(&mut self, node: &Node) -> Vec<Signature> {
        if let Value::List(_) = node.value {
            return self.list(node, &key::SIGNATURE, Self::signature);
        }
        self.signature(node).into_iter().collect()
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

    pub(super) fn appendix(&mut self, node: &Node) -> Option<Appendix> {
        let fields = self.group(node, &key::APPENDIX, &key::APPENDICES)?;
        let title = self.opt_text(&fields, &key::APPENDIX_TITLE);
        let landscape = matches!(self.opt_choice(&fields, &key::APPENDIX_ORIENTATION), Some(("ngang", _)));
        let content = self.blocks(&fields, &key::APPENDIX_CONTENT);
        Some(Appendix { title: title?, landscape, content })
    }
}

/// Whether the only key of a part of the body is no key but the first words of a sentence that has a colon in it.
fn begins_a_sentence(key: &str) -> bool {
    let keys = key::BLOCK.fields.iter().map(|field| field.key);
    key.contains(' ') || !key.is_ascii() && crate::vietnamese::nearest(key, keys).is_none()
}
