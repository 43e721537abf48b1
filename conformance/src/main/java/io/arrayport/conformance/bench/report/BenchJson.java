package io.arrayport.conformance.bench.report;

import java.util.List;

import io.arrayport.conformance.bench.run.Environment;
import io.arrayport.conformance.bench.run.Result;
import io.arrayport.conformance.bench.run.Row;

/**
 * What {@code --json} prints.
 *
 * @param environment what the figures depend on
 * @param families geometric means
 * @param cases the rows
 */
public record BenchJson(Environment environment, List<FamilyMean> families, List<Row> cases) {
    /** Returns the result in this form. */
    public static BenchJson of(Result result) {
        return new BenchJson(result.environment(), FamilyMean.of(result.rows()), result.rows());
    }
}
