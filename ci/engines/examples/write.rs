fn main() {
    let engines = kmd_rules::Engine::ALL;
    for subject in kmd_engines::subjects() {
        for engine in engines {
            if !["vector","fluent-bit","otel","logstash","elasticsearch"].contains(&engine.as_str()) { continue; }
            let rules = subject.rules(*engine);
            let dir = format!("/tmp/19c/out/{}/{}", engine.as_str(), subject.name.replace(' ', "_"));
            std::fs::create_dir_all(&dir).unwrap();
            for file in &rules.files { std::fs::write(format!("{dir}/{}", file.name), &file.text).unwrap(); }
            let exact = rules.fidelity.iter().filter(|f| f.is_exact()).count();
            println!("{} {}: {exact} of {}", engine.as_str(), subject.name, rules.fidelity.len());
        }
    }
}
