//! The decree's figures, read back from the pages.

use super::read::{Line, Stroke, near};
use super::*;
use crate::decree::Style;

#[track_caller]
fn same(what: &str, found: f64, expected: Length) {
    assert!(near(found, pt(expected)), "{what}: {found} pt, not {} pt", pt(expected));
}

/// Hands the printed sample over in both sets of sizes.
fn in_both_sets(check: impl Fn(&Decree, &[Page])) {
    for type_set in [TypeSet::Thirteen, TypeSet::Fourteen] {
        check(&Decree::new(type_set), &printed(&sample(type_set)));
    }
}

/// The upper and the lower edge of a line in single spacing.
fn edges(line: &Line, size: Length) -> (f64, f64) {
    let (above, below) = TYPEFACE.single_line(size);
    (line.baseline - pt(above), line.baseline + pt(below))
}

fn center(line: &Line) -> f64 {
    (line.left + line.right) / 2.0
}

#[track_caller]
fn rule_under<'a>(page: &'a Page, line: &Line) -> &'a Stroke {
    page.rules
        .iter()
        .filter(|rule| rule.height == 0.0 && rule.left < line.right && rule.left + rule.width > line.left)
        .find(|rule| rule.top > line.baseline && rule.top < line.baseline + line.size)
        .unwrap_or_else(|| panic!("no rule under “{}”", line.text))
}

#[track_caller]
fn box_around<'a>(page: &'a Page, line: &Line) -> &'a Stroke {
    page.boxes
        .iter()
        .filter(|frame| frame.left < line.left && frame.left + frame.width > line.right)
        .find(|frame| frame.top < line.baseline && frame.top + frame.height > line.baseline)
        .unwrap_or_else(|| panic!("no box around “{}”", line.text))
}

#[test]
fn pages_have_the_size_and_margins_of_the_decree() {
    in_both_sets(|decree, pages| {
        let page = &decree.page;
        let (first, last) = (&pages[0], &pages[pages.len() - 1]);
        same("width", first.width, page.width.chosen);
        same("height", first.height, page.height.chosen);
        same("width of a landscape page", last.width, page.height.chosen);
        same("height of a landscape page", last.height, page.width.chosen);

        let opening = first.line("Theo đề nghị");
        same("right margin", first.width - opening.right, page.margin_right.chosen);
        let below_number = pages[1].lines.iter().filter(|line| line.baseline > pt(page.margin_top.chosen));
        let highest = below_number.map(|line| line.baseline).fold(f64::MAX, f64::min);
        let top = highest - pt(decree.spacing.line_pitch.chosen.scaled(4, 5));
        same("upper margin", top, page.margin_top.chosen);
        // A line more would not fit on a full page.
        let edge = first.height - pt(page.margin_bottom.chosen);
        let baselines = first.lines.iter().map(|line| line.baseline);
        let lowest = baselines.filter(|&baseline| baseline < edge).fold(0.0, f64::max);
        let pitch = pt(decree.spacing.line_pitch.chosen);
        assert!(lowest + pitch * 0.2 <= edge && lowest + pitch * 2.2 + 12.0 > edge, "{lowest}");
    });
}

#[test]
fn page_numbers_stand_in_the_middle_of_the_upper_margin() {
    in_both_sets(|decree, pages| {
        let (page, style) = (&decree.page, decree.style(Component::PageNumber));
        let number = pages[1].line("2");
        assert_eq!(number.text, "2");
        same("size", number.size, style.size);
        same("distance from the edge", edges(number, style.size).0, page.header_distance.chosen);
        same("center", center(number), page.margin_left.chosen + page.text_width().half());
        assert!(!number.bold && !number.italic);
    });
}

#[test]
fn paragraphs_have_the_indent_pitch_and_gap_of_the_decree() {
    in_both_sets(|decree, pages| {
        let spacing = &decree.spacing;
        let first = &pages[0];
        let opening = first.line("Theo đề nghị");
        let second = first.lines.iter().find(|line| line.baseline > opening.baseline).expect("a second line");
        let next = first.line("ban hành Kế hoạch");
        same("left margin", second.left, decree.page.margin_left.chosen);
        same("first line", opening.left - second.left, spacing.first_line.chosen);
        same("pitch", second.baseline - opening.baseline, spacing.line_pitch.chosen);
        same("gap", next.baseline - second.baseline, spacing.line_pitch.chosen + spacing.paragraph_gap.chosen);
        for title in ["I. MỤC ĐÍCH", "1. Nâng cao", "a) Về việc làm"] {
            same(title, first.line(title).left, decree.page.margin_left.chosen + spacing.first_line.chosen);
        }
    });
}

#[test]
fn of_two_gaps_between_paragraphs_the_larger_counts() {
    let (before, after) = (Length::pt(10), Length::pt(7));
    let style = DECREE.style(Component::BodyText);
    let pitch = style.pitch.expect("the body has a pitch");
    let gap = |above: Length, below: Length| {
        let block = |text, style| Block::Para(Para { style, ..para(Component::BodyText, text) });
        let one = block("một", Style { after: above, ..style });
        let two = block("hai", Style { before: below, ..style });
        let page = &printed(&of_blocks(vec![one, two]))[0];
        page.line("hai").baseline - page.line("một").baseline
    };
    same("the gap below", gap(before, after), pitch + before);
    same("the gap above", gap(after, before), pitch + before);
    same("no gap", gap(Length::ZERO, Length::ZERO), pitch);
}

#[test]
fn letters_are_as_wide_as_the_typeface_says() {
    // Pairs that a typeface draws together, and letters that it has as one.
    let text = "AVATAR Tố Wa Ty fi fl ffi LT";
    let page = &printed(&of_blocks(vec![body(text)]))[0];
    let line = page.line("AVATAR");
    same("width", line.right - line.left, TYPEFACE.width(text, DECREE.sizes.body.chosen, false, false));
}

#[test]
fn components_have_the_size_weight_and_slant_of_the_decree() {
    in_both_sets(|decree, pages| {
        for (component, text, bold, italic) in [
            (Component::NationalTitle, "CỘNG HÒA", true, false),
            (Component::NationalMotto, "Độc lập", true, false),
            (Component::ParentAgency, "TỈNH QUẢNG NGÃI", false, false),
            (Component::Issuer, "XÃ BÌNH MINH", true, false),
            (Component::NumberSymbol, "/KH-UBND", false, false),
            (Component::PlaceDate, "Bình Minh, ngày", false, true),
            (Component::DraftMark, "DỰ THẢO", true, false),
            (Component::DocumentType, "KẾ HOẠCH", true, false),
            (Component::Subject, "Thực hiện Chương trình", true, false),
            (Component::LegalBasis, "Căn cứ", false, true),
            (Component::SectionTitle, "I. MỤC ĐÍCH", true, false),
            (Component::ClauseTitle, "1. Nâng cao", true, false),
            (Component::PointTitle, "a) Về việc làm", false, false),
            (Component::BodyText, "Rà soát", false, false),
            (Component::RecipientsLabel, "Nơi nhận:", true, true),
            (Component::Recipient, "- Sở Nông nghiệp", false, false),
            (Component::SigningAuthority, "TM. ỦY BAN", true, false),
            (Component::SignerPost, "PHÓ CHỦ TỊCH", true, false),
            (Component::SignerName, "Nguyễn Văn An", true, false),
            (Component::AddressFooter, "Số 1 đường", false, false),
            (Component::AppendixNumber, "Phụ lục", true, false),
            (Component::AppendixTitle, "BIỂU CHỈ TIÊU", true, false),
            (Component::AppendixReference, "(Kèm theo", false, true),
            (Component::TableUnit, "Đơn vị tính", false, true),
            (Component::TableHeader, "Nguyên nhân", true, false),
            (Component::TableCell, "Thôn 1", false, false),
            (Component::TableNote, "Ghi chú", false, true),
        ] {
            let mut lines = pages.iter().flat_map(|page| &page.lines);
            let line = lines.find(|line| line.text.contains(text)).unwrap_or_else(|| panic!("no line has “{text}”"));
            same(text, line.size, decree.style(component).size);
            assert_eq!((line.bold, line.italic), (bold, italic), "{text}");
        }
    });
}

#[test]
fn rules_have_the_length_and_place_of_the_decree() {
    in_both_sets(|decree, pages| {
        let lines = &decree.lines;
        let appendix = &pages[pages.len() - 2];
        for (page, component, text, share) in [
            (&pages[0], Component::Issuer, "XÃ BÌNH MINH", lines.under_issuer.chosen),
            (&pages[0], Component::NationalMotto, "Độc lập", lines.under_motto.chosen),
            (&pages[0], Component::Subject, "trên địa bàn xã", lines.under_subject.chosen),
            (appendix, Component::AppendixReference, "(Kèm theo", lines.under_appendix_reference.chosen),
        ] {
            let (line, style) = (page.line(text), decree.style(component));
            let rule = rule_under(page, line);
            let width = TYPEFACE.width(&line.text, style.size, line.bold, line.italic);
            same(text, line.right - line.left, width);
            same(text, rule.width, share.of(width));
            same(text, rule.weight, lines.weight.chosen);
            same(text, rule.top - rule.weight / 2.0 - edges(line, style.size).1, lines.gap.chosen);
            assert!(near(rule.left + rule.width / 2.0, center(line)), "{text}");
        }
    });
}

#[test]
fn the_header_block_has_the_order_and_gaps_of_the_decree() {
    in_both_sets(|decree, pages| {
        let (first, spacing, sizes) = (&pages[0], &decree.spacing, &decree.sizes);
        let (left, width) = (decree.page.margin_left.chosen, decree.page.text_width());

        // Boxes 2 and 1, 3 and 4 are level at the top.
        let (agency, nation) = (first.line("TỈNH QUẢNG NGÃI"), first.line("CỘNG HÒA"));
        assert!(near(agency.baseline, nation.baseline));
        let (number, place) = (first.line("/KH-UBND"), first.line("Bình Minh, ngày"));
        let number_top = edges(number, sizes.number_symbol.chosen).0;
        assert!(near(number_top, edges(place, sizes.national_motto.chosen).0));

        let left_column = left + (width - spacing.header_right_column.chosen).half();
        for line in [agency, first.line("XÃ BÌNH MINH"), number] {
            same(&line.text, center(line), left_column);
        }
        for line in [nation, first.line("Độc lập"), place] {
            same(&line.text, center(line), left + width - spacing.header_right_column.chosen.half());
        }
        for text in ["KẾ HOẠCH", "Thực hiện Chương trình", "trên địa bàn"] {
            same(text, center(first.line(text)), left + width.half());
        }

        let issuer_rule = rule_under(first, first.line("XÃ BÌNH MINH"));
        same(
            "before the number",
            number_top - issuer_rule.top - issuer_rule.weight / 2.0,
            spacing.before_number.chosen,
        );
        let urgency = box_around(first, first.line("KHẨN"));
        let boxed = urgency.top + urgency.height + urgency.weight / 2.0;
        same(
            "before the title",
            edges(first.line("KẾ HOẠCH"), sizes.body.chosen).0 - boxed,
            spacing.before_title.chosen,
        );
        let title_rule = rule_under(first, first.line("trên địa bàn"));
        let basis = first.line("Căn cứ").baseline - pt(spacing.line_pitch.chosen.scaled(4, 5));
        same("after the title", basis - title_rule.top + title_rule.weight / 2.0, spacing.after_title.chosen);

        // Six spaces stand where the number will be written.
        assert_eq!(number.text, "Số:\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/KH-UBND");
        let width = TYPEFACE.width(&number.text, sizes.number_symbol.chosen, false, false);
        same("blank number", number.right - number.left, width);
    });
}

#[test]
fn boxed_marks_have_the_size_of_the_decree() {
    in_both_sets(|decree, pages| {
        let (first, marks) = (&pages[0], &decree.marks);
        for (text, width) in [("DỰ THẢO", marks.draft_width.chosen), ("KHẨN", marks.urgent_width.chosen)] {
            let line = first.line(text);
            let frame = box_around(first, line);
            same(text, frame.width, width);
            same(text, frame.height, marks.height.chosen);
            same(text, frame.weight, decree.lines.weight.chosen);
            assert!(near(frame.left + frame.width / 2.0, center(line)), "{text}");
        }
    });
}

#[test]
fn the_closing_block_has_the_order_and_gaps_of_the_decree() {
    in_both_sets(|decree, pages| {
        let (spacing, sizes) = (&decree.spacing, &decree.sizes);
        let page = pages.iter().find(|page| page.lines.iter().any(|line| line.text == "Nơi nhận:"));
        let page = page.expect("the sample is signed");
        let (label, authority) = (page.line("Nơi nhận:"), page.line("TM. ỦY BAN"));
        let label_top = edges(label, sizes.recipients_label.chosen).0;
        assert!(near(label_top, edges(authority, sizes.body.chosen).0));
        same("recipients", label.left, decree.page.margin_left.chosen);
        let (left, width) = (decree.page.margin_left.chosen, decree.page.text_width());
        let recipients = spacing.recipients_column.chosen.of(width);
        let (post, name) = (page.line("PHÓ CHỦ TỊCH"), page.line("Nguyễn Văn An"));
        for line in [authority, post, name] {
            same(&line.text, center(line), left + recipients + (width - recipients).half());
        }
        let room = edges(name, sizes.body.chosen).0 - edges(post, sizes.body.chosen).1;
        same("room for the signature", room, spacing.signature.chosen);
        let last = page.lines.iter().rev().find(|line| line.text.ends_with("./.")).expect("the body ends");
        let pitch = spacing.line_pitch.chosen;
        let body_ends = last.baseline + pt(pitch - pitch.scaled(4, 5));
        same("before the block", label_top - body_ends, spacing.paragraph_gap.chosen + spacing.before_closing.chosen);
    });
}

#[test]
fn the_address_stands_at_the_foot_of_the_first_page_alone() {
    in_both_sets(|decree, pages| {
        let (page, lines, first) = (&decree.page, &decree.lines, &pages[0]);
        let address = first.line("Số 1 đường Hùng Vương");
        let size = decree.sizes.address_footer.chosen;
        let (top, bottom) = edges(address, size);
        same("distance from the edge", first.height - bottom, page.header_distance.chosen);
        same("center", center(address), page.margin_left.chosen + page.text_width().half());
        let in_margin = |rule: &&Stroke| rule.top > first.height - pt(page.margin_bottom.chosen);
        let rules: Vec<_> = first.rules.iter().filter(in_margin).collect();
        let [rule] = rules.as_slice() else { panic!("{rules:?}") };
        same("left end of the rule", rule.left, page.margin_left.chosen);
        same("length of the rule", rule.width, page.text_width());
        same("weight of the rule", rule.weight, lines.weight.chosen);
        same("from the rule to the address", top - rule.top + rule.weight / 2.0, lines.gap.chosen);
        for page in &pages[1..] {
            assert!(page.lines.iter().all(|line| !line.text.contains("Hùng Vương")));
        }
    });
}

#[test]
fn a_long_address_takes_room_from_the_first_page_alone() {
    let mut layout = sample(TypeSet::Fourteen);
    layout.sections.truncate(1);
    layout.sections[0].blocks = (0..100).map(|index| body(&format!("Đoạn {index}"))).collect();
    let room = DECREE.page.margin_bottom.chosen - DECREE.page.header_distance.chosen;
    let lines_of = |count: usize| {
        let mut layout = layout.clone();
        let Some(Block::Para(address)) = layout.sections[0].footer.last_mut() else { panic!("a footer has words") };
        address.runs = vec![words("Số 1 đường Hùng Vương"); count];
        address.runs = address.runs.iter().flat_map(|run| [run.clone(), Run::Break]).take(count * 2 - 1).collect();
        let pages = printed(&layout);
        let own = |line: &&Line| line.text.contains("Đoạn");
        let counts: Vec<_> = pages.iter().map(|page| page.lines.iter().filter(own).count()).collect();
        let lowest = pages[0].lines.iter().filter(own).map(|line| line.baseline).fold(0.0, f64::max);
        let highest = pages[0].lines.iter().find(|line| line.text.contains("Hùng Vương")).expect("there is an address");
        let rule = pages[0].rules.iter().map(|rule| rule.top).fold(f64::MAX, f64::min);
        assert!(lowest < rule && rule < highest.baseline, "{lowest} {rule} {highest:?}");
        counts
    };
    let (above, below) = TYPEFACE.single_line(DECREE.sizes.address_footer.chosen);
    assert!((above + below) * 2 > room - DECREE.lines.gap.chosen * 2, "two lines are more than the margin holds");
    let [one, many] = [lines_of(1), lines_of(6)];
    assert_eq!(one[0], one[1], "an address of one line takes nothing");
    assert!(many[0] < one[0]);
    assert_eq!(many[1], one[1]);
}

#[test]
fn tables_have_the_grid_and_padding_of_the_decree() {
    in_both_sets(|decree, pages| {
        let (tables, size) = (&decree.tables, decree.sizes.table.chosen);
        let page = &pages[pages.len() - 2];
        let (first, second) = (page.line("Thôn 1"), page.line("Thôn 2"));
        let upright = page.rules.iter().filter(|rule| rule.width == 0.0 && rule.left < first.left);
        let nearest = upright.map(|rule| rule.left).fold(0.0, f64::max);
        same("padding at the left", first.left - nearest, tables.cell_padding_x.chosen);
        let (above, below) = TYPEFACE.single_line(size);
        let row = above + below + tables.cell_padding_y.chosen * 2 + tables.grid.chosen;
        same("height of a row", second.baseline - first.baseline, row);
        let grid: Vec<_> = page.rules.iter().filter(|rule| rule.top > first.baseline).collect();
        assert!(grid.len() > 10);
        for line in grid {
            same("weight of the grid", line.weight, tables.grid.chosen);
        }
        let upright = page.rules.iter().filter(|rule| rule.width == 0.0);
        let right = upright.map(|rule| rule.left).fold(0.0, f64::max);
        same("right edge", page.width - right, decree.page.margin_right.chosen);
    });
}
