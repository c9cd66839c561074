//! Which inspection team goes to which child: whole towns together as far as the teams stay balanced. Pure, and the same for every
//! order of the children; a person may move a child or a town afterwards.
use crate::domain::id::FileId;
use std::collections::BTreeMap;

/// A team as the assignment sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamBrief {
    pub name: String,
    /// The towns that the county gave it.
    pub towns: Vec<String>,
}

/// The team of each child. A team's own towns are its own; the others go, the largest first, to the team that has the fewest
/// children, and a town that is larger than a team's share is divided. No teams: nobody is assigned.
pub fn assign(children: &[(FileId, String)], teams: &[TeamBrief]) -> BTreeMap<FileId, String> {
    let mut assigned = BTreeMap::new();
    if teams.is_empty() {
        return assigned;
    }
    let mut towns: BTreeMap<&str, Vec<FileId>> = BTreeMap::new();
    for (child, town) in children {
        towns.entry(town.as_str()).or_default().push(*child);
    }
    for children in towns.values_mut() {
        children.sort_unstable();
        children.dedup();
    }
    let mut load: Vec<usize> = vec![0; teams.len()];
    let mut give = |load: &mut Vec<usize>, team: usize, children: &[FileId]| {
        if let (Some(of_team), Some(team)) = (load.get_mut(team), teams.get(team)) {
            *of_team += children.len();
            assigned.extend(children.iter().map(|child| (*child, team.name.clone())));
        }
    };
    let mut free: Vec<(&str, Vec<FileId>)> = Vec::new();
    for (town, children) in towns {
        match teams.iter().position(|team| team.towns.iter().any(|own| own == town)) {
            Some(team) => give(&mut load, team, &children),
            None => free.push((town, children)),
        }
    }
    free.sort_by_key(|(town, children)| (std::cmp::Reverse(children.len()), *town));
    let all: usize = children.len();
    let share = all.div_ceil(teams.len()).max(1);
    for (_, children) in free {
        for part in children.chunks(share) {
            let least = (0..load.len()).min_by_key(|team| (load.get(*team).copied(), *team)).unwrap_or(0);
            give(&mut load, least, part);
        }
    }
    assigned
}

#[cfg(test)]
mod tests {
    use super::*;

    fn team(name: &str, towns: &[&str]) -> TeamBrief {
        TeamBrief { name: name.into(), towns: towns.iter().map(|town| (*town).to_owned()).collect() }
    }

    fn children(towns: &[(&str, usize)]) -> Vec<(FileId, String)> {
        let all = towns.iter().flat_map(|(town, count)| std::iter::repeat_n(*town, *count));
        all.enumerate().map(|(n, town)| (FileId(n as u128 + 1), town.to_owned())).collect()
    }

    fn loads(assigned: &BTreeMap<FileId, String>) -> Vec<usize> {
        let mut loads: BTreeMap<&str, usize> = BTreeMap::new();
        assigned.values().for_each(|team| *loads.entry(team).or_default() += 1);
        loads.into_values().collect()
    }

    #[test]
    fn towns_stay_together_and_teams_are_even() {
        let all = children(&[
            ("石门镇", 9),
            ("云岭镇", 6),
            ("清河镇", 5),
            ("白塔镇", 4),
            ("南山镇", 3),
            ("东关", 3),
        ]);
        let teams = [team("第1组", &[]), team("第2组", &[]), team("第3组", &[])];
        let assigned = assign(&all, &teams);
        assert_eq!(assigned.len(), 30);
        assert_eq!(loads(&assigned), [12, 9, 9]);
        for (_, town) in &all {
            let teams: std::collections::BTreeSet<&String> =
                all.iter().filter(|(_, of)| of == town).filter_map(|(id, _)| assigned.get(id)).collect();
            assert_eq!(teams.len(), 1, "{town}");
        }
    }

    #[test]
    fn order_changes_nothing_and_the_countys_towns_are_kept() {
        let mut all = children(&[("石门镇", 4), ("云岭镇", 2), ("清河镇", 1)]);
        let teams = [team("第1组", &["清河镇"]), team("第2组", &["云岭镇"])];
        let assigned = assign(&all, &teams);
        all.reverse();
        all.extend(all.clone());
        assert_eq!(assign(&all[..7], &teams), assigned);
        let of =
            |town: &str| all.iter().find(|(_, of)| of == town).and_then(|(id, _)| assigned.get(id)).unwrap();
        assert_eq!((of("清河镇").as_str(), of("云岭镇").as_str()), ("第1组", "第2组"));
        assert!(assign(&all, &[]).is_empty());
    }

    #[test]
    fn one_large_town_is_divided() {
        let assigned =
            assign(&children(&[("石门镇", 12)]), &[team("甲", &[]), team("乙", &[]), team("丙", &[])]);
        assert_eq!(loads(&assigned), [4, 4, 4]);
    }
}
