// Asks the worker's module as the page does, and measures. Run inside the page by the journey `bench`.
// Everything is put into `window.bench`, which the journey asks until it is done.
const state = (window.bench = { done: false });
const later = (work) =>
  work().then(
    (found) => Object.assign(state, { done: true, found }),
    (why) => Object.assign(state, { done: true, failed: String(why) }),
  );

// The longest time between two frames: how long the page stood still.
let still = 0;
let last = performance.now();
const frame = (now) => {
  still = Math.max(still, now - last);
  last = now;
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame);

const fetched = async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer());

function started(address) {
  const worker = new Worker(address, { type: "module" });
  let id = 0;
  let answered = null;
  return new Promise((ready, fail) => {
    worker.onerror = (event) => fail(event.message || "the worker ended");
    worker.onmessage = ({ data }) => {
      if (data === "ready") ready(desk);
      else if (data[1] === "done") answered(data[2]);
    };
    const desk = {
      ask: (question, bytes = new Uint8Array()) =>
        new Promise((done) => {
          answered = done;
          worker.postMessage([++id, "lists", Uint8Array.from(question), bytes], [bytes.buffer]);
        }),
      end: () => worker.terminate(),
    };
  });
}

const [step, ...given] = arguments;
const module = document.documentElement.getAttribute("data-worker");

// What each file seems to be: the answers to the questions that open them.
if (step === "open") {
  const [questions, addresses] = given;
  later(async () => {
    const desk = await started(module);
    const answers = [];
    for (const [at, address] of addresses.entries()) answers.push([...(await desk.ask(questions[at], await fetched(address)))]);
    desk.end();
    return answers;
  });
}

if (step === "measure") {
  const [rounds, opens, addresses, takes, compare] = given;
  later(async () => {
    const files = [];
    for (const address of addresses) files.push(await fetched(address));
    const [read, taken, compared] = [[], [], []];
    let reply = null;
    const timed = async (times, work) => {
      const start = performance.now();
      await work();
      times.push(performance.now() - start);
    };
    for (let round = 0; round < rounds; round++) {
      const desk = await started(module);
      still = 0;
      last = performance.now();
      const copies = files.map((bytes) => bytes.slice());
      await timed(read, async () => {
        for (const [at, bytes] of copies.entries()) await desk.ask(opens[at], bytes);
      });
      await timed(taken, async () => {
        for (const take of takes) await desk.ask(take);
      });
      await timed(compared, async () => {
        reply = await desk.ask(compare);
      });
      desk.end();
    }
    return { read, taken, compare: compared, still, reply: [...reply] };
  });
}

if (step === "peer") {
  const [rounds, address, addresses] = given;
  later(
    () =>
      new Promise((done, fail) => {
        const worker = new Worker(address, { type: "module" });
        worker.onerror = (event) => fail(event.message || "the peer's worker ended");
        worker.onmessage = ({ data }) => done({ ...data, still });
        worker.postMessage([rounds, addresses]);
        still = 0;
        last = performance.now();
      }),
  );
}
return true;
