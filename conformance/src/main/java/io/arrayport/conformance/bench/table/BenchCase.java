package io.arrayport.conformance.bench.table;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table of cases: one operation in NumPy's words and in ours.
 *
 * @param family which geometric mean it counts in
 * @param name unique in its family
 * @param inputs the arrays that both sides make before the clock runs
 * @param setup Python statements that run before the clock does
 * @param numpy the Python expression or statement that is timed; null where NumPy has nothing like it
 * @param form the same in Arrayport
 * @param outcome what the form returns
 * @param dtypes the element types it is measured with
 * @param sizes the n it is measured at
 * @param cold whether its first call in a new process is measured too
 * @param quick whether it stands for its family in a quick run
 */
public record BenchCase(String family, String name, List<Input> inputs, String setup, @Nullable String numpy,
        Form form, Outcome outcome, List<String> dtypes, List<Long> sizes, boolean cold, boolean quick) {

    /** Returns the family and the name, by which processes and options ask for it. */
    public String id() {
        return family + "/" + name;
    }

    /** Returns the name of the input that is written; nothing where none is. */
    public String written() {
        if (outcome != Outcome.WRITTEN) {
            return "";
        }
        return inputs.stream().anyMatch(input -> input.name().equals("out")) ? "out" : "a";
    }
}
