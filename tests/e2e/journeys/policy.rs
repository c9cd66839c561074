//! Nothing leaves the origin: tried in every way a page and its worker know, and counted at the other end.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::json;

use crate::harness::{Host, LANDSCAPE, Step, Tablet, ensure};

/// A listener at another origin that counts who comes and says a byte. The browser opens connections on suspicion, before the policy
/// is asked; nothing goes over those.
struct Elsewhere {
    address: String,
    visits: Arc<AtomicU32>,
    /// Connections of which it is not known yet whether they say anything.
    open: Arc<AtomicU32>,
}

impl Elsewhere {
    fn listen() -> Step<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = format!("http://localhost:{}/", listener.local_addr()?.port());
        let (visits, open) = (Arc::<AtomicU32>::default(), Arc::<AtomicU32>::default());
        let (counter, pending) = (Arc::clone(&visits), Arc::clone(&open));
        std::thread::spawn(move || {
            for mut visit in listener.incoming().flatten() {
                pending.fetch_add(1, Ordering::SeqCst);
                let (counter, pending) = (Arc::clone(&counter), Arc::clone(&pending));
                std::thread::spawn(move || {
                    // Ends with a byte, or when the other side is gone.
                    if visit.read(&mut [0]).is_ok_and(|count| count > 0) {
                        counter.fetch_add(1, Ordering::SeqCst);
                    }
                    pending.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Ok(Self { address, visits, open })
    }

    /// Of those that are over: ask when the browser is gone.
    fn visits(&self) -> u32 {
        while self.open.load(Ordering::SeqCst) > 0 {
            std::thread::yield_now();
        }
        self.visits.load(Ordering::SeqCst)
    }
}

const PROBE_WORKER: &str = "onmessage = async (event) => {
  try { await fetch(event.data, { mode: 'no-cors' }); postMessage('sent'); } catch { postMessage('refused'); }
};
postMessage('ready');";

const FROM_WORKER: &str = "const [url] = arguments; return new Promise((done) => {
  const worker = new Worker('/probe.js', { type: 'module' });
  worker.onmessage = (event) => { if (event.data === 'ready') worker.postMessage(url); else done(event.data); };
  worker.onerror = () => done('no worker');
});";

const FROM_PAGE: &str = "const [url] = arguments; return (async () => {
  const sent = [];
  await fetch(url, { mode: 'no-cors' }).then(() => sent.push('fetch'), () => {});
  if (await new Promise((done) => { const image = new Image(); image.onload = () => done(true); image.onerror = () => done(false); image.src = url + 'a.png'; })) sent.push('image');
  try { const socket = new WebSocket(url.replace('http', 'ws')); await new Promise((done) => { socket.onopen = () => { sent.push('socket'); done(); }; socket.onerror = done; }); } catch {}
  navigator.sendBeacon(url, 'x');
  const script = document.createElement('script'); script.src = url + 'a.js';
  await new Promise((done) => { script.onload = () => { sent.push('script'); done(); }; script.onerror = done; document.head.append(script); });
  const style = document.createElement('link'); style.rel = 'stylesheet'; style.href = url + 'a.css';
  await new Promise((done) => { style.onload = () => { sent.push('style'); done(); }; style.onerror = done; document.head.append(style); });
  return sent.join();
})();";

#[tokio::test(flavor = "multi_thread")]
async fn neither_page_nor_worker_can_send_to_another_origin() -> Step {
    let elsewhere = Elsewhere::listen()?;
    // The listener counts at all.
    std::net::TcpStream::connect(elsewhere.address.trim_start_matches("http://").trim_end_matches('/'))?
        .write_all(b"x")?;
    while elsewhere.visits() == 0 {
        std::thread::yield_now();
    }

    let tablet = Tablet::start("policy", LANDSCAPE, Host::WithHeaders).await?;
    tablet.site.add("probe.js", PROBE_WORKER)?;
    tablet.open("/").await?;
    let target = json!(elsewhere.address);
    ensure(tablet.script(FROM_PAGE, vec![target.clone()]).await? == "", "the page sent to another origin")?;
    ensure(
        tablet.script(FROM_WORKER, vec![target]).await? == "refused",
        "the worker sent to another origin",
    )?;
    tablet.close().await?;
    ensure(elsewhere.visits() == 1, "another origin was reached")
}

/// Many hosts send no header of ours, and a meta tag does not bind a worker: the service worker must refuse.
#[tokio::test(flavor = "multi_thread")]
async fn on_a_bare_file_server_the_service_worker_refuses_for_the_worker() -> Step {
    let elsewhere = Elsewhere::listen()?;
    let tablet = Tablet::start("policy-bare", LANDSCAPE, Host::Bare).await?;
    tablet.site.add("probe.js", PROBE_WORKER)?;
    tablet.open("/").await?;
    tablet.see("保学").await?;
    tablet.offline_ready().await?;
    tablet.reload().await?;
    tablet.see("保学").await?;
    let target = json!(elsewhere.address);
    ensure(tablet.script(FROM_PAGE, vec![target.clone()]).await? == "", "the page sent to another origin")?;
    ensure(
        tablet.script(FROM_WORKER, vec![target]).await? == "refused",
        "the worker sent to another origin",
    )?;
    tablet.close().await?;
    ensure(elsewhere.visits() == 0, "another origin was reached")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_needs_no_inline_script_and_no_inline_style() -> Step {
    let tablet = Tablet::start("inline", LANDSCAPE, Host::WithHeaders).await?;
    tablet.open("/").await?;
    tablet.see("保学").await?;
    tablet.offline_ready().await?;
    let refused: Vec<_> =
        tablet.console().await?.into_iter().filter(|line| line.contains("Content Security Policy")).collect();
    ensure(refused.is_empty(), format!("the policy refused something of our own: {refused:?}"))?;
    tablet.close().await?;
    Ok(())
}

/// Every way in which a text that became markup, or a stranger's script, could run or load something in the page.
const INTRUDE: &str = "const [elsewhere] = arguments; return (async () => {
  const ran = [], refused = new Set();
  // What the driver itself runs may evaluate texts, whatever the policy says: on from a frame of the page's own.
  await new Promise((done) => requestAnimationFrame(done));
  window.ran = (what) => ran.push(what);
  document.addEventListener('securitypolicyviolation', (event) => refused.add(event.effectiveDirective));
  const add = (tag, attributes, text = '') => {
    const made = Object.assign(document.createElement(tag), attributes);
    made.append(text);
    document.body.append(made);
    return made;
  };
  add('script', {}, 'ran(\"inline script\")');
  add('div', {}).innerHTML = '<img src=\"/no-such.png\" onerror=\"ran(1)\"><svg onload=\"ran(2)\"></svg>';
  for (const code of ['ran(\"eval\")']) {
    try { (0, eval)(code); } catch {}
    try { new Function(code)(); } catch {}
    try { setTimeout(code, 0); } catch {}
  }
  add('a', { href: 'javascript:ran(\"link\")' }).click();
  add('script', { src: 'data:text/javascript,ran(\"data\")' });
  add('script', { src: URL.createObjectURL(new Blob(['ran(\"blob\")'], { type: 'text/javascript' })) });
  import('data:text/javascript,ran(\"module\")').catch(() => {});
  add('iframe', { srcdoc: '<script>parent.ran(\"frame\")</script>' });
  add('iframe', { src: 'data:text/html,<script>parent.ran(1)</script>' });
  add('object', { data: elsewhere });
  add('base', { href: elsewhere });
  add('p', {}).setAttribute('style', 'position: fixed');
  add('link', { rel: 'stylesheet', href: 'data:text/css,body{display:none}' });
  add('video', { src: elsewhere });
  const form = add('form', { action: elsewhere, method: 'post', target: '_self' });
  form.submit();
  try { await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); } catch { ran.push('wasm is refused'); }
  const wanted = ['script-src-elem', 'script-src-attr', 'script-src', 'frame-src', 'object-src', 'base-uri', 'style-src-attr', 'style-src-elem', 'media-src', 'form-action'];
  const from = performance.now();
  while (!wanted.every((one) => refused.has(one)) && performance.now() - from < 20000) await new Promise((done) => requestAnimationFrame(done));
  const missing = wanted.filter((one) => !refused.has(one));
  return { ran, missing, base: document.baseURI === location.href, fixed: getComputedStyle(document.querySelector('p[style]') || document.body).position };
})();";

#[tokio::test(flavor = "multi_thread")]
async fn markup_that_got_into_the_page_runs_and_loads_nothing() -> Step {
    let elsewhere = Elsewhere::listen()?;
    let tablet = Tablet::start("intruder", LANDSCAPE, Host::WithHeaders).await?;
    tablet.open("/").await?;
    tablet.see("保学").await?;
    let found = tablet.script(INTRUDE, vec![json!(elsewhere.address)]).await?;
    let wanted = json!({"ran": [], "missing": [], "base": true, "fixed": "static"});
    ensure(found == wanted, format!("an intruder got so far: {found}"))?;
    // Header and meta tag say the same; the header says besides who may frame the page: nobody.
    let said = "return fetch('/').then((answer) => [answer.headers.get('content-security-policy'),
        document.querySelector('meta[http-equiv=Content-Security-Policy]').content])";
    let said = tablet.script(said, vec![]).await?;
    let [header, meta] = [0, 1].map(|at| said[at].as_str().unwrap_or_default().to_owned());
    ensure(header == format!("{meta}; frame-ancestors 'none'"), format!("header: {header}; page: {meta}"))?;
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "form-action 'none'",
        "base-uri 'none'",
    ] {
        ensure(meta.contains(part), format!("the policy lacks {part}: {meta}"))?;
    }
    ensure(!meta.contains("unsafe-inline") && !meta.contains("'unsafe-eval'"), meta)?;
    tablet.close().await?;
    ensure(elsewhere.visits() == 0, "another origin was reached")
}
