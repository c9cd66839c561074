//! What every store must do. Each promise is one function over any store; the memory store keeps them natively,
//! IndexedDB in a real browser.
use baoxue::vault::store::{Area, Batch, Op, Range, Store, StoreError, WRITER};

/// Makes stores to be tried.
pub trait Bench {
    type Store: Store;
    /// An empty one.
    async fn fresh(name: &str) -> Self::Store;
    /// Another connection to the same one, as a second page has.
    async fn second(first: &Self::Store, name: &str) -> Self::Store;
}

fn put(area: Area, key: &str, value: &[u8]) -> Op {
    Op::Put { area, key: key.to_owned(), value: value.to_vec() }
}

fn free(ops: Vec<Op>) -> Batch {
    Batch { fence: None, ops }
}

async fn keys<S: Store>(store: &S, area: Area, range: Range) -> Vec<String> {
    store.keys(area, &range).await.unwrap()
}

pub async fn an_empty_store_has_nothing<B: Bench>() {
    let store = B::fresh("empty").await;
    for area in Area::ALL {
        assert_eq!(store.get(area, "a").await, Ok(None));
        assert_eq!(store.list(area, &Range::All).await, Ok(vec![]));
        assert_eq!(store.keys(area, &Range::Prefix("a".into())).await, Ok(vec![]));
    }
    assert_eq!(store.get_many(Area::Files, &[]).await, Ok(vec![]));
}

pub async fn what_was_put_is_read_back_by_every_way<B: Bench>() {
    let store = B::fresh("put").await;
    let all_bytes: Vec<u8> = (0..=255).collect();
    store
        .commit(free(vec![
            put(Area::Files, "b", &all_bytes),
            put(Area::Files, "a", b""),
            put(Area::History, "a", b"other area"),
        ]))
        .await
        .unwrap();
    assert_eq!(store.get(Area::Files, "b").await, Ok(Some(all_bytes.clone())));
    assert_eq!(store.get(Area::Files, "a").await, Ok(Some(vec![])));
    let wanted = ["x".to_owned(), "b".to_owned(), "a".to_owned(), "b".to_owned()];
    let found = store.get_many(Area::Files, &wanted).await.unwrap();
    assert_eq!(found, vec![None, Some(all_bytes.clone()), Some(vec![]), Some(all_bytes.clone())]);
    let listed = store.list(Area::Files, &Range::All).await.unwrap();
    assert_eq!(listed, vec![("a".to_owned(), vec![]), ("b".to_owned(), all_bytes)]);
}

pub async fn ranges_take_what_they_name_in_the_order_of_keys<B: Bench>() {
    let store = B::fresh("ranges").await;
    let ops =
        ["b/10", "b/2", "a", "b", "b/", "b0", "c", "b/~", "B/1"].map(|key| put(Area::History, key, b"x"));
    store.commit(free(ops.to_vec())).await.unwrap();
    assert_eq!(keys(&store, Area::History, Range::Prefix("b/".into())).await, ["b/", "b/10", "b/2", "b/~"]);
    assert_eq!(
        keys(&store, Area::History, Range::Between("a".into(), "b/2".into())).await,
        ["a", "b", "b/", "b/10"]
    );
    assert_eq!(
        keys(&store, Area::History, Range::Between("x".into(), "a".into())).await,
        Vec::<String>::new()
    );
    assert_eq!(
        keys(&store, Area::History, Range::All).await,
        ["B/1", "a", "b", "b/", "b/10", "b/2", "b/~", "b0", "c"]
    );
}

pub async fn steps_apply_in_their_order<B: Bench>() {
    let store = B::fresh("order").await;
    store.commit(free(vec![put(Area::Files, "a", b"1"), put(Area::Files, "b", b"1")])).await.unwrap();
    store
        .commit(free(vec![
            Op::DeleteRange { area: Area::Files, range: Range::All },
            put(Area::Files, "c", b"1"),
            put(Area::Files, "c", b"2"),
            put(Area::Files, "d", b"1"),
            Op::Delete { area: Area::Files, key: "d".into() },
            Op::Delete { area: Area::Files, key: "never".into() },
        ]))
        .await
        .unwrap();
    assert_eq!(store.list(Area::Files, &Range::All).await, Ok(vec![("c".to_owned(), b"2".to_vec())]));
}

pub async fn a_range_is_deleted_and_nothing_beside_it<B: Bench>() {
    let store = B::fresh("delete").await;
    let ops = ["e1/a", "e1/b", "e1~1", "e2/a"].map(|key| put(Area::Meta, key, b"x"));
    store.commit(free(ops.to_vec())).await.unwrap();
    let range = Range::Prefix("e1/".into());
    store.commit(free(vec![Op::DeleteRange { area: Area::Meta, range }])).await.unwrap();
    assert_eq!(keys(&store, Area::Meta, Range::All).await, ["e1~1", "e2/a"]);
}

pub async fn writers_take_turns_and_the_older_one_changes_nothing<B: Bench>() {
    let old = B::fresh("fence").await;
    let mine = old.claim().await.unwrap();
    let fenced = |fence, key: &str| Batch { fence: Some(fence), ops: vec![put(Area::Files, key, b"x")] };
    old.commit(fenced(mine, "a")).await.unwrap();
    let new = B::second(&old, "fence").await;
    let theirs = new.claim().await.unwrap();
    assert_eq!(theirs, mine + 1);
    assert_eq!(old.commit(fenced(mine, "b")).await, Err(StoreError::AnotherWriter { mine, theirs }));
    assert_eq!(new.get(Area::Files, "b").await, Ok(None), "the whole transaction was taken back");
    new.commit(fenced(theirs, "c")).await.unwrap();
    assert_eq!(keys(&old, Area::Files, Range::All).await, ["a", "c"]);
    assert_eq!(old.get(Area::Meta, WRITER).await, Ok(Some(theirs.to_be_bytes().to_vec())));
}

pub async fn a_second_page_sees_what_the_first_one_saved<B: Bench>() {
    let first = B::fresh("pages").await;
    first.commit(free(vec![put(Area::Drafts, "a", b"1")])).await.unwrap();
    let second = B::second(&first, "pages").await;
    assert_eq!(second.get(Area::Drafts, "a").await, Ok(Some(b"1".to_vec())));
    second.commit(free(vec![put(Area::Drafts, "a", b"2")])).await.unwrap();
    assert_eq!(first.get(Area::Drafts, "a").await, Ok(Some(b"2".to_vec())));
}

pub async fn ten_thousand_values_go_in_one_transaction<B: Bench>() {
    let store = B::fresh("many").await;
    let ops = (0..10_000u32).map(|n| put(Area::Files, &format!("{n:08x}"), &n.to_be_bytes().repeat(64)));
    store.commit(free(ops.collect())).await.unwrap();
    let all = store.list(Area::Files, &Range::All).await.unwrap();
    assert_eq!(all.len(), 10_000);
    assert_eq!(all[4_242], (format!("{:08x}", 4_242), 4_242u32.to_be_bytes().repeat(64)));
}

pub async fn a_large_value_comes_back_whole<B: Bench>() {
    let store = B::fresh("large").await;
    let value: Vec<u8> = (0..8_000_000u32).map(|n| (n % 251) as u8).collect();
    store.commit(free(vec![put(Area::Media, "photo", &value)])).await.unwrap();
    assert!(store.get(Area::Media, "photo").await == Ok(Some(value)));
}

/// Calls `$one!(name)` for every promise.
macro_rules! every_promise {
    ($one:ident) => {
        $one!(an_empty_store_has_nothing);
        $one!(what_was_put_is_read_back_by_every_way);
        $one!(ranges_take_what_they_name_in_the_order_of_keys);
        $one!(steps_apply_in_their_order);
        $one!(a_range_is_deleted_and_nothing_beside_it);
        $one!(writers_take_turns_and_the_older_one_changes_nothing);
        $one!(a_second_page_sees_what_the_first_one_saved);
        $one!(ten_thousand_values_go_in_one_transaction);
        $one!(a_large_value_comes_back_whole);
    };
}
pub(crate) use every_promise;
