package io.arrayport.conformance.bench.run;

import java.util.List;

/**
 * A run.
 *
 * @param environment what the figures depend on
 * @param rows in the order of the table of cases
 */
public record Result(Environment environment, List<Row> rows) {}
