//! The parts before and after the body: header block, recipients, signers.

use roxmltree::Node;

use super::inline::{plain, words};
use super::walker::{Walker, name};
use crate::decree::Component;
use crate::document::ending::end_with;
use crate::document::tree::{Closing, Header, Inline, Mark, Paragraph, Signer};
use crate::document::words::merged;

/// Boxes 1 to 4 and the marks near them. A document that is another's prints no number, place and date of its own.
pub(super) fn header(walker: &mut Walker, node: Node<'_, '_>, is_attached: bool) -> Header {
    walker.attributes(node, &[]);
    let parts = ["du-thao", "khan", "luu-hanh", "chu-quan", "co-quan", "so", "dia-danh"];
    walker.once(node, &["so", "dia-danh"]);
    let mut header = Header::default();
    for child in walker.children(node, &parts) {
        let mut mark = |component| header.marks.push(Mark { component, text: plain(walker, child) });
        match name(child) {
            "du-thao" => mark(Component::DraftMark),
            "khan" => mark(Component::UrgencyMark),
            "luu-hanh" => mark(Component::CirculationMark),
            "chu-quan" => header.parent.push(words(walker, child)),
            "co-quan" => header.issuer.push(words(walker, child)),
            "so" => header.number = words(walker, child),
            _ => header.place_date = words(walker, child),
        }
    }
    walker.required(node, !header.issuer.is_empty(), "co-quan");
    if is_attached {
        return Header { number: Vec::new(), place_date: Vec::new(), ..header };
    }
    walker.required(node, !header.number.is_empty(), "so");
    walker.required(node, !header.place_date.is_empty(), "dia-danh");
    header
}

/// Recipients and signature.
pub(super) fn closing(walker: &mut Walker, node: Node<'_, '_>) -> Closing {
    walker.attributes(node, &[]);
    walker.once(node, &["noi-nhan"]);
    let mut closing = Closing::default();
    for child in walker.children(node, &["noi-nhan", "ky"]) {
        match name(child) {
            "noi-nhan" => closing.recipients = recipients(walker, child),
            _ => closing.signers.push(signer(walker, child)),
        }
    }
    walker.required(node, !closing.recipients.is_empty(), "noi-nhan");
    walker.required(node, !closing.signers.is_empty(), "ky");
    closing
}

/// Boxes 7a to 7c of one signer.
pub(super) fn signer(walker: &mut Walker, node: Node<'_, '_>) -> Signer {
    walker.attributes(node, &[]);
    let mut signer = Signer { authority: Vec::new(), name: Vec::new() };
    for part in walker.children(node, &["quyen-han", "chuc-vu", "chuc-vu-khac", "ho-ten"]) {
        let words = words(walker, part);
        match name(part) {
            "quyen-han" => signer.authority.push(Paragraph::new(Component::SigningAuthority, words)),
            "chuc-vu" => signer.authority.push(Paragraph::new(Component::SignerPost, words)),
            "chuc-vu-khac" => signer.name.push(Paragraph::new(Component::SignerOtherPost, words)),
            _ => signer.name.push(Paragraph::new(Component::SignerName, words)),
        }
    }
    walker.required(node, !signer.authority.is_empty(), "chuc-vu");
    signer
}

/// Lines of nơi nhận: `- ` before each, `;` after, `.` after the last. Phụ lục I, phần I, mục II, khoản 9.
fn recipients(walker: &mut Walker, node: Node<'_, '_>) -> Vec<Paragraph> {
    let mut lines = vec![Paragraph::new(Component::RecipientsLabel, vec![Inline::plain("Nơi nhận:")])];
    let mut drafter = None;
    walker.attributes(node, &[]);
    walker.once(node, &["soan"]);
    let children = walker.children(node, &["nhan", "luu", "soan"]);
    let last = children.iter().rposition(|child| name(*child) != "soan");
    for (index, child) in children.iter().enumerate() {
        let mut words = words(walker, *child);
        match name(*child) {
            "soan" => {
                drafter = Some(Paragraph::new(Component::DrafterMark, words));
                continue;
            }
            "luu" => words.insert(0, Inline::plain("Lưu: ")),
            _ => {}
        }
        end_with(&mut words, if Some(index) == last { "." } else { ";" });
        let line = Paragraph::new(Component::Recipient, merged(words));
        lines.push(Paragraph { label: vec![Inline::plain("- ")], ..line });
    }
    lines.extend(drafter);
    lines
}
