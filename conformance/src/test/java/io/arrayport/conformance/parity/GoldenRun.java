package io.arrayport.conformance.parity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.conformance.golden.CaseResult;
import io.arrayport.conformance.golden.GoldenCases;
import io.arrayport.conformance.rules.Glob;

/** The golden cases, run once in this JVM whoever asks. */
final class GoldenRun {
    private static final Map<String, List<CaseResult>> RESULTS = new LinkedHashMap<>();

    private GoldenRun() {}

    static synchronized List<CaseResult> of(String category) {
        return RESULTS.computeIfAbsent(category, _ -> ParityRun.cases(Glob.of(category + ":*"), _ -> {}));
    }

    static Parity all() {
        List<CaseResult> all = new ArrayList<>();
        GoldenCases.categories().forEach(category -> all.addAll(of(category)));
        return ParityRun.of(all);
    }
}
