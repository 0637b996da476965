//! What took the place of a body or a document, and what took the place of that.

use crate::value::{Entity, Ref, Registry};

/// All that came after an entity of a registry, the next one first. One that comes after itself ends the way.
pub fn successors<'a, T: Entity>(registry: &'a Registry<T>, id: &str, next: fn(&T) -> Option<&Ref<T>>) -> Vec<&'a str> {
    let mut way: Vec<&str> = Vec::new();
    let mut at = registry.get(id);
    while let Some((name, entity)) = at.and_then(next).and_then(|next| registry.entry(&next.name)) {
        if name.name == id || way.contains(&name.name.as_str()) {
            break;
        }
        way.push(&name.name);
        at = Some(entity);
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Shared, read_plan};
    use crate::source::SourceFile;
    use crate::yaml;

    #[test]
    fn the_way_leads_to_the_end_and_never_round() {
        let text = "co_quan:\n  a: {ten: A, thay_bang: b}\n  b: {ten: B, thay_bang: c}\n  c: {ten: C}\n  \
                    x: {ten: X, thay_bang: y}\n  y: {ten: Y, thay_bang: x}\n";
        let node = yaml::read(&SourceFile::from_text("a.yaml", text), &|_| true).value.expect("YAML");
        let plan = read_plan(&node, &Shared::default()).0;
        let way = |id: &str| successors(&plan.bodies, id, |body| body.replaced_by.as_ref());
        assert_eq!(way("a"), ["b", "c"]);
        assert_eq!(way("x"), ["y"]);
        assert_eq!(way("c"), Vec::<&str>::new());
    }
}
