//! Which part of the plans a run builds, where several machines share them.

use std::collections::BTreeMap;

/// A part of so many, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shard {
    /// Which part.
    pub(super) number: usize,
    /// Of how many.
    pub(super) of: usize,
}

impl Shard {
    /// A part as it is written: `2/4`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (number, of) = text.split_once('/')?;
        let (number, of) = (number.parse().ok()?, of.parse().ok()?);
        (1..=of).contains(&number).then_some(Self { number, of })
    }

    /// Which plans, by their place among all, belong to the part; each has a cost.
    ///
    /// The plans are cut in their order, where the sum of the costs reaches equal shares, so that the plans of a folder, which
    /// share files and words, stay together, and one plan more moves none but those at the edges. Every plan belongs to just
    /// one part.
    pub(super) fn takes(self, costs: &[u64]) -> Vec<bool> {
        let whole: u128 = costs.iter().map(|cost| u128::from(*cost)).sum();
        let mut before = 0;
        let of = self.of as u128;
        let part = |middle: u128| if whole == 0 { 0 } else { (middle * of / (2 * whole)).min(of - 1) };
        let mut takes = Vec::with_capacity(costs.len());
        for cost in costs.iter().map(|cost| u128::from(*cost)) {
            // The middle of the plan, twice, decides.
            takes.push(part(2 * before + cost) + 1 == self.number as u128);
            before += cost;
        }
        takes
    }
}

/// The costs of plans, by what they took earlier; a plan that was never timed costs what its size would have taken.
pub(super) fn costs<'a>(
    plans: impl Iterator<Item = (&'a str, u64)> + Clone,
    taken: &BTreeMap<String, u64>,
) -> Vec<u64> {
    let timed = plans.clone().filter_map(|(name, size)| Some((taken.get(name)?, size)));
    let (time, bytes) = timed
        .fold((0_u128, 0_u128), |(time, bytes), (took, size)| (time + u128::from(*took), bytes + u128::from(size)));
    let by_size = |size: u64| match bytes {
        0 => size,
        _ => u64::try_from(u128::from(size) * time / bytes).unwrap_or(u64::MAX),
    };
    // Even the smallest plan takes something, so that plans without a cost do not all fall to one part.
    plans.map(|(name, size)| taken.get(name).copied().unwrap_or_else(|| by_size(size)).max(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(of: usize, costs: &[u64]) -> Vec<Vec<usize>> {
        let part = |number| {
            let takes = Shard { number, of }.takes(costs);
            (0..costs.len()).filter(|at| takes[*at]).collect()
        };
        (1..=of).map(part).collect()
    }

    #[test]
    fn every_plan_is_of_one_part_and_the_parts_cost_alike() {
        let costs: Vec<u64> = (0..100).map(|at| 1 + at * 37 % 19).collect();
        for of in [1, 2, 3, 7, 40] {
            let parts = parts(of, &costs);
            assert_eq!(parts.concat(), (0..100).collect::<Vec<_>>(), "{of} parts");
            let sums: Vec<u64> = parts.iter().map(|part| part.iter().map(|at| costs[*at]).sum()).collect();
            let (least, most) = (sums.iter().min().expect("parts"), sums.iter().max().expect("parts"));
            assert!(most - least <= 2 * 19, "{sums:?}");
        }
    }

    #[test]
    fn there_may_be_more_parts_than_plans() {
        assert_eq!(parts(3, &[5]).concat(), [0]);
        assert_eq!(parts(3, &[]).concat(), [0; 0]);
        assert_eq!(parts(2, &[0, 0]).concat(), [0, 1]);
    }

    #[test]
    fn a_plan_that_was_never_timed_costs_by_its_size() {
        let taken = [("a".to_owned(), 100), ("b".to_owned(), 50)].into();
        let plans = [("a", 2000), ("b", 1000), ("c", 400), ("d", 0)];
        assert_eq!(costs(plans.into_iter(), &taken), [100, 50, 20, 1]);
        assert_eq!(costs(plans.into_iter(), &BTreeMap::new()), [2000, 1000, 400, 1]);
    }

    #[test]
    fn parts_are_counted_from_one() {
        assert_eq!(Shard::parse("2/4"), Some(Shard { number: 2, of: 4 }));
        for wrong in ["0/4", "5/4", "1/0", "1", "a/b", "1/2/3", "-1/2", ""] {
            assert_eq!(Shard::parse(wrong), None, "{wrong}");
        }
    }
}
