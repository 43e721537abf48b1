package io.arrayport.conformance.golden;

import java.util.List;

/**
 * A case that was run.
 *
 * @param id {@code category:id}
 * @param name the public name it counts for, {@code numpy.add}
 * @param covers which of the name's requirements it meets if it passes
 * @param outcome what became of it
 * @param reason one line: what came and what was wanted, or what is not there; empty if it passed
 */
public record CaseResult(String id, String name, List<String> covers, Outcome outcome, String reason) {
    static CaseResult of(GoldenCase golden, Outcome outcome, String reason) {
        return new CaseResult(golden.id(), golden.name(), golden.covers(), outcome,
                reason.lines().findFirst().orElse(""));
    }

    /** The file it comes from. */
    public String category() {
        return id.substring(0, id.indexOf(':'));
    }
}
