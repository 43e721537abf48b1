package io.arrayport.conformance.bench.run;

import java.util.LinkedHashMap;
import java.util.Map;

import io.arrayport.conformance.bench.table.BenchCase;
import io.arrayport.conformance.bench.table.Input;
import io.arrayport.conformance.bench.table.Outcome;

/**
 * One row to be measured.
 *
 * @param of the case
 * @param dtype element type
 * @param n size
 * @param threads how many may be used
 * @param cold whether it is the first call in a new process
 */
record Item(BenchCase of, String dtype, long n, int threads, boolean cold) {

    /** Returns the question to every process; NumPy's finds in it all it needs, the others look the case up. */
    Map<String, Object> question(String todo) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("do", todo);
        question.put("case", of.id());
        question.put("dtype", dtype);
        question.put("n", n);
        question.put("inputs", of.inputs().stream().map(this::input).toList());
        question.put("setup", of.setup());
        question.put("numpy", of.numpy());
        question.put("written", of.written());
        question.put("filled", of.outcome() != Outcome.UNFILLED);
        return question;
    }

    private Map<String, Object> input(Input input) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("name", input.name());
        words.put("dtype", input.dtypeIn(dtype));
        words.put("shape", input.extent().of(n));
        words.put("seed", input.seed());
        words.put("low", input.fill().low());
        words.put("high", input.fill().highFor(n));
        words.put("distinct", input.fill().distinct());
        words.put("view", input.view());
        return words;
    }

    @Override
    public String toString() {
        return of.id() + ", " + dtype + ", n = " + n + (threads == 1 ? "" : ", " + threads + " threads")
                + (cold ? ", cold" : "");
    }
}
