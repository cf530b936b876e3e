//! A Chromium without a window, asked over a pipe by its own protocol: what a page says, does, and tries to load.
//!
//! Messages are JSON with a NUL behind each. The shell puts the pipe where Chromium looks for it, so nothing else is needed.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

/// How long any answer may take.
const PATIENCE: Duration = Duration::from_secs(180);

/// A browser with one page.
pub(crate) struct Browser {
    child: Child,
    commands: ChildStdin,
    answers: Receiver<Value>,
    /// What the page has done, as far as nobody has asked for it.
    events: VecDeque<Value>,
    session: Option<String>,
    number: u64,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser; nothing where there is none on this machine.
    pub(crate) fn start() -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        let is_there = |name: &&str| {
            let mut asked = Command::new(name);
            asked.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
            asked.status().is_ok_and(|status| status.success())
        };
        let program = names.into_iter().find(is_there)?;
        let profile = tempfile::tempdir().unwrap();
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", program])
            .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"])
            .args(["--disable-background-networking", "--disable-component-update"])
            .args(["--remote-debugging-pipe", "--window-size=1280,900"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, answers) = channel();
        let mut pipe = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || {
            let mut message = Vec::new();
            while pipe.read_until(0, &mut message).is_ok_and(|length| length > 0) {
                message.pop();
                let Ok(value) = serde_json::from_slice(&message) else { break };
                message.clear();
                if sender.send(value).is_err() {
                    break;
                }
            }
        });
        let commands = child.stdin.take().unwrap();
        let mut browser = Self {
            child,
            commands,
            answers,
            events: VecDeque::new(),
            session: None,
            number: 0,
            _profile: profile,
        };
        let target = browser.ask("Target.createTarget", &json!({"url": "about:blank"}));
        let attach = json!({"targetId": target["targetId"], "flatten": true});
        let attached = browser.ask("Target.attachToTarget", &attach);
        browser.session = attached["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.ask(&format!("{domain}.enable"), &json!({}));
        }
        Some(browser)
    }

    /// Opens a file and waits until it is there.
    pub(crate) fn open(&mut self, file: &Path) {
        self.events.clear();
        let url = format!("file://{}", file.display());
        let answer = self.ask("Page.navigate", &json!({"url": url}));
        assert_eq!(answer["errorText"], Value::Null, "{url}");
        while !self.events.iter().any(|event| event["method"] == "Page.loadEventFired") {
            let event = self.next();
            self.events.push_back(event);
        }
    }

    /// Returns what an expression of the page's language says, once it is known.
    #[track_caller]
    pub(crate) fn eval(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let answer = self.ask("Runtime.evaluate", &asked);
        assert_eq!(answer["exceptionDetails"], Value::Null, "{expression}");
        answer["result"]["value"].clone()
    }

    /// Gives one command of the protocol.
    #[track_caller]
    pub(crate) fn ask(&mut self, method: &str, parameters: &Value) -> Value {
        self.number += 1;
        let number = self.number;
        let mut message = json!({"id": number, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            message["sessionId"] = session.as_str().into();
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.commands.write_all(&bytes).unwrap();
        loop {
            let answer = self.next();
            if answer["id"] == number {
                assert_eq!(answer["error"], Value::Null, "{method}");
                return answer["result"].clone();
            }
            self.events.push_back(answer);
        }
    }

    #[track_caller]
    fn next(&mut self) -> Value {
        self.answers.recv_timeout(PATIENCE).expect("the browser answers")
    }

    /// What the page has complained of since it was opened: errors, warnings, and what its policy stopped.
    pub(crate) fn complaints(&mut self) -> Vec<Value> {
        // Complaints come by the same pipe, so those from before the answer are there.
        thread::sleep(Duration::from_millis(200));
        self.eval("0");
        let complaint = |event: &&Value| {
            let method = event["method"].as_str();
            let said = ["Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled"];
            method.is_some_and(|method| said.contains(&method))
        };
        self.events.iter().filter(complaint).cloned().collect()
    }

    /// The addresses that the page has asked for since it was opened.
    pub(crate) fn requests(&self) -> Vec<String> {
        let request = |event: &Value| {
            let url = event["params"]["request"]["url"].as_str()?;
            (event["method"] == "Network.requestWillBeSent").then(|| url.to_owned())
        };
        self.events.iter().filter_map(request).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.session = None;
        let closed = json!({"id": 0, "method": "Browser.close"}).to_string() + "\0";
        let _ = self.commands.write_all(closed.as_bytes());
        let mut gone = || matches!(self.child.try_wait(), Ok(Some(_)));
        for _ in 0..50 {
            if gone() {
                return;
            }
            thread::sleep(Duration::from_millis(100));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
