//! The targets of `fuzz/`, bounded: the project's own files and what a clerk's hand, or a machine, makes of them.

#[path = "../../fuzz/targets.rs"]
mod targets;

use std::fs;
use std::path::Path;

/// Inputs for each target.
const INPUTS: usize = 2_000;

/// Numbers that only look like chance: the same on each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % most.max(1) as u64).unwrap_or_default()
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    /// The start of a letter of a text, or its end.
    fn place(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// A short stretch of a text.
    fn stretch<'t>(&mut self, text: &'t str, most: usize) -> &'t str {
        let start = self.place(text);
        let rest = &text[start..];
        let length = self.below(most);
        let end = rest.char_indices().map(|(at, _)| at).take_while(|at| *at <= length).last().unwrap_or(0);
        &rest[..end]
    }
}

/// What breaks grammars: of YAML, of sentences, of formulas, of XML.
#[rustfmt::skip]
const SIGNS: &[&str] = &[
    "\n", "\n  ", "\n- ", "\t", " ", "  ", ": ", ":", " #", "#", "- ", "-", "[", "]", "{", "}", "{{", "}}", "{{ ", " }}",
    "{%", "{#", "*", "**", "***", "&", "*a", "!", "|\n", ">\n", "\"", "'", "\\", "\\x07", ",", "~", "null", "?", "? ",
    "---\n", "%", "\u{a0}", "\u{feff}", "\u{301}", "\u{ffff}", "\0", "ế", "e\u{302}\u{301}", "0", "1/2", "999999999999999999999",
    "-1", "1.234,5", "2026", "31/02/2026", "(", ")", "+", "/", "×", "a", "_", "<", ">", "</p>", "<p>", "&amp;", "&#0;",
    "]]>", "<!--", "<?mau x?>", "\u{2028}", "\u{f0001}", "noi_dung:", "muc:", "bang:", "in: chi_tieu", "{{ co_quan.a }}",
];

/// Changes a text as a slip of the hand would: signs put in, stretches taken out, doubled, or taken from another text.
fn slipped(text: &str, other: &str, dice: &mut Dice) -> String {
    let mut text = text.to_owned();
    for _ in 0..=dice.below(4) {
        let at = dice.place(&text);
        match dice.below(4) {
            0 => text.insert_str(at, dice.one(SIGNS)),
            1 => {
                let gone = dice.stretch(&text[at..], 40).len();
                let end = (at..text.len()).find(|end| *end >= at + gone && text.is_char_boundary(*end)).unwrap_or(at);
                text.replace_range(at..end, "");
            }
            2 => {
                let copy = dice.stretch(&text, 60).to_owned();
                text.insert_str(at, &copy);
            }
            _ => text.insert_str(at, dice.stretch(other, 60)),
        }
    }
    text
}

/// Runs a target on seeds, and on what slips make of them.
fn run(target: fn(&str), seeds: &[String]) {
    assert!(!seeds.is_empty());
    let mut dice = Dice(2026);
    seeds.iter().for_each(|seed| target(seed));
    for _ in seeds.len()..INPUTS {
        let [seed, other] = [dice.below(seeds.len()), dice.below(seeds.len())].map(|index| &seeds[index]);
        let text = slipped(seed, other, &mut dice);
        let result = std::panic::catch_unwind(|| target(&text));
        assert!(result.is_ok(), "the input was:\n{text}");
    }
}

/// The plans of the project that are small enough to be changed two thousand times.
fn plans() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = walkdir::WalkDir::new(root.join("tests")).sort_by_file_name();
    let is_plan = |path: &Path| path.extension().is_some_and(|ending| ending == "yaml");
    let paths = files.into_iter().map(|entry| entry.expect("the folder is read").into_path());
    paths.filter(|path| is_plan(path)).filter_map(|path| fs::read_to_string(path).ok()).collect()
}

/// The sentences of those plans, and some with every sign.
fn sentences() -> Vec<String> {
    let plans = plans();
    let lines = plans.iter().flat_map(|plan| plan.lines()).filter_map(|line| line.split_once(": "));
    let written =
        ["hộ (*ít nhất 80%*).", "**{{ nam }}** nay", "***a* b**", r#"Điền {{ "{{" }}ten}}"#, "a  b\t c\n\n d "];
    lines.map(|(_, words)| words.to_owned()).chain(written.map(str::to_owned)).take(INPUTS / 4).collect()
}

#[test]
fn plans_are_read_whatever_they_hold() {
    run(targets::plan, &plans());
}

#[test]
fn sentences_are_parsed_whatever_they_hold() {
    run(targets::sentence, &sentences());
}

#[test]
fn formulas_are_read_whatever_they_hold() {
    let seeds =
        ["a + b", "ngheo / tong * 100", "(a-b)*(c-d)", "a-(b-c)", "a/(b*c)", "1.234,5×a:b", "((a))", "a_1+2-b*0,5"];
    run(targets::formula, &seeds.map(str::to_owned));
}

#[test]
fn trees_are_parsed_whatever_they_hold() {
    let sample = include_str!("../../src/template/trial/thong_thuong.yaml");
    let rendered = targets::rendered(sample).expect("a built-in plan is a plan");
    let small = "<van-ban><dau><co-quan>a</co-quan><so>b</so></dau><than><p>c</p></than></van-ban>";
    run(targets::tree, &[rendered, small.to_owned()]);
}

/// A PDF of one page with what producers write: packed and plain streams, a form, a typeface, lines.
fn small_pdf() -> Vec<u8> {
    let content = "q 1 0 0 1 0 0 cm BT /F1 14 Tf 85 700 Td [(Ke) -250 (hoach)] TJ ET 85 690 100 20 re S /X Do Q";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/Lang(vi-VN)>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents[4 0 R]/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+TimesNewRomanPSMT/FirstChar 32/Widths[250 333 500]>>".to_owned(),
        "<</Subtype/Form/Filter/ASCIIHexDecode/Length 11>>\nstream\n3020302072 >\nendstream".to_owned(),
    ];
    let mut text = "%PDF-1.7\n".to_owned();
    for (number, object) in (1..).zip(objects) {
        text.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    text.push_str("trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    text.into_bytes()
}

/// Changes bytes as a bad disk or a bad hand would.
fn spoiled(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    const SIGNS: &[&[u8]] =
        &[b"<<", b">>", b"[", b"]", b"(", b" 0 R", b"/Kids", b"-1", b"99999999999", b"\x00", b"stream", b"%"];
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(4) {
            0 => drop(bytes.splice(at..at, dice.one(SIGNS).iter().copied())),
            1 => drop(bytes.drain(at..(at + dice.below(20)).min(bytes.len()))),
            2 => bytes.truncate(at.max(bytes.len() / 2)),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(dice.below(256)).unwrap_or_default();
                }
            }
        }
    }
    bytes
}

#[test]
fn pdf_files_are_read_whatever_they_hold() {
    let seed = small_pdf();
    targets::pdf(&seed);
    let mut dice = Dice(2026);
    for _ in 0..INPUTS {
        let bytes = spoiled(&seed, &mut dice);
        let result = std::panic::catch_unwind(|| targets::pdf(&bytes));
        assert!(result.is_ok(), "the input was:\n{}", String::from_utf8_lossy(&bytes));
    }
}

/// A story with each kind of thing that a Word file holds.
const STORY: &str = r##"<document><body><p><pPr><jc val="center"/><spacing before="120" line="360" lineRule="exact"/></pPr>
<r><rPr><b/><sz val="26"/></rPr><t>ỦY BAN NHÂN DÂN</t><tab/><t>CỘNG HÒA XÃ HỘI</t><br/><t>____________</t></r></p>
<p><pPr><numPr><ilvl val="0"/><numId val="1"/></numPr><ind left="720" hanging="360"/></pPr><r><t xml:space="preserve">Mục  </t></r>
<ins><r><t>thêm</t></r></ins><del><r><delText>bớt</delText></r></del></p><p/>
<p><r><fldChar fldCharType="begin"/><instrText>PAGE</instrText><fldChar fldCharType="separate"/><t>1</t><fldChar fldCharType="end"/>
<br type="page"/><sym font="Symbol" char="F0B7"/></r><r><AlternateContent><Choice><drawing><anchor><positionH relativeFrom="column">
<posOffset>615315</posOffset></positionH><positionV relativeFrom="paragraph"><posOffset>9000</posOffset></positionV><extent cx="2159000" cy="0"/>
<wsp><spPr><prstGeom prst="line"/></spPr></wsp></anchor></drawing></Choice><Fallback><pict><line from="0,1pt" to="9pt,1pt"/></pict></Fallback>
</AlternateContent><pict><rect style="width:80pt;height:20pt"><textbox><txbxContent><p><r><t>DỰ THẢO</t></r></p></txbxContent></textbox></rect></pict></r></p>
<tbl><tblPr><tblBorders><top val="single"/><left val="single"/><bottom val="single"/><right val="single"/><insideH val="single"/></tblBorders></tblPr>
<tblGrid><gridCol w="1000"/><gridCol w="8000"/></tblGrid><tr><tc><tcPr><gridSpan val="2"/></tcPr><p><r><t>TT</t></r></p></tc></tr>
<tr><tc><p/></tc><tc><tbl><tr><tc><p><r><t>x</t></r></p></tc></tr></tbl><p/></tc></tr></tbl>
<sectPr><pgSz w="11906" h="16838"/><pgMar top="1134" left="1701" right="851" bottom="1134"/></sectPr></body></document>"##;

#[test]
fn stories_of_word_are_read_whatever_they_hold() {
    let short = "<document><body><p><r><t>a</t></r></p><sectPr/></body></document>";
    run(targets::story, &[STORY.to_owned(), short.to_owned()]);
}

#[test]
fn word_files_are_read_or_refused_whatever_is_bent_in_them() {
    let project = crate::project::Project::new();
    project.build(&["--format", "docx"]).ended(0, &[]);
    let whole = project.read("output/tot.docx");
    let mut dice = Dice(30);
    for _ in 0..INPUTS / 4 {
        let mut bent = whole.clone();
        for _ in 0..=dice.below(3) {
            let at = dice.below(bent.len());
            match dice.below(3) {
                0 => bent[at] = u8::try_from(dice.below(256)).unwrap_or_default(),
                1 => bent.truncate(at.max(1)),
                _ => {
                    let end = (at + dice.below(40)).min(bent.len());
                    bent.drain(at..end);
                }
            }
        }
        let result = std::panic::catch_unwind(|| targets::word_file(&bent));
        assert!(result.is_ok(), "the file was: {bent:?}");
    }
}
