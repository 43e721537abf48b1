package io.arrayport.conformance.golden;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrayport.core.Np;
import io.arrayport.core.error.CallException;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PrintState;
import org.jspecify.annotations.Nullable;

/** Puts cases to a caller and says what became of them. What a case makes ends with it. */
final class Runner {
    /** What gives back something that undoes it when closed. */
    static final Set<String> CONTEXTS = Set.of("printoptions", "set_printoptions", "errstate",
            "seterr");

    /** What changes an array in Python; here its result goes on in place of the array, which is closed. */
    private static final String SUCCESSION = "ndarray.resize";

    private static final Set<String> REFUSALS = Set.of("TypeError", "AttributeError");

    private static final Set<String> METHODS_OF_PAIRS = Set.of("reduce", "accumulate", "reduceat", "outer");

    private final Caller caller;

    Runner(Caller caller) {
        this.caller = caller;
    }

    CaseResult run(GoldenCase golden) {
        if (golden.strange() != null) {
            return CaseResult.of(golden, Outcome.MISSING, golden.strange());
        }
        try (Scope _ = Scope.open()) {
            Comparison.requireKnown(golden.result());
            golden.after().values().forEach(Comparison::requireKnown);
            String difference = call(golden);
            return difference == null ? CaseResult.of(golden, Outcome.PASSED, "")
                    : CaseResult.of(golden, Outcome.FAILED, difference);
        } catch (Unsupported absent) {
            return CaseResult.of(golden, absent.outcome(), String.valueOf(absent.getMessage()));
        } catch (CallException absent) {
            return refusesAsPythonDoes(golden, absent) ? CaseResult.of(golden, Outcome.PASSED, "")
                    : CaseResult.of(golden, Outcome.MISSING, absent.reason() + ": " + absent.getMessage());
        }
    }

    /**
     * Arguments that no form takes do not compile in Java; called by name, that is Python's TypeError, or the
     * AttributeError of what has not what only arrays have. Nor do methods that a ufunc's type lacks, for they are
     * those of pairs: in Python each ufunc has them, and refuses.
     */
    private static boolean refusesAsPythonDoes(GoldenCase golden, CallException absent) {
        return golden.expectsError() && switch (absent.reason()) {
            case NO_SUCH_FORM -> REFUSALS.stream().anyMatch(golden.error()::contains);
            case UNKNOWN_NAME -> isMethodOfPairs(golden.call());
            default -> false;
        };
    }

    private static boolean isMethodOfPairs(String call) {
        int dot = call.lastIndexOf('.');
        return dot > 0 && METHODS_OF_PAIRS.contains(call.substring(dot + 1))
                && Np.np.has(call.substring(0, dot));
    }

    private @Nullable String call(GoldenCase golden) {
        try (Values values = new Values(caller)) {
            return call(golden, values);
        }
    }

    private @Nullable String call(GoldenCase golden, Values values) {
        Map<String, @Nullable Object> kwargs = new LinkedHashMap<>();
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        Map<String, byte[]> untouched = new HashMap<>();
        Object got;
        try {
            // Of a builder there is nothing else: r_[1:3]
            int key = golden.call().endsWith("item__") ? Math.min(1, golden.args().size() - 1) : -1;
            for (int i = 0; i < golden.args().size(); i++) {
                if (i == key) {
                    values.addKey(golden.args().get(i));
                } else {
                    values.add(golden.args().get(i));
                }
            }
            golden.kwargs().forEach((name, value) -> kwargs.put(name, values.of(value)));
            for (int i = 0; i < values.arguments().size(); i++) {
                arguments.put(Integer.toString(i), values.arguments().get(i));
            }
            arguments.putAll(kwargs);
            untouched.putAll(untouched(golden, arguments));
            if (golden.call().equals(SUCCESSION)) {
                kwargs.remove("refcheck"); // who else refers to the array: its views are closed with it
            }
            got = within(golden, values, kwargs);
            if (golden.call().equals(SUCCESSION)) {
                arguments.put("0", got);
                got = null;
            }
        } catch (CallException | Unsupported absent) {
            throw absent;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError thrown) {
            String difference = golden.expectsError() && ErrorKinds.match(golden.error(), thrown) ? null
                    : thrown.getClass().getSimpleName() + " (" + thrown.getMessage() + "), wanted "
                            + (golden.expectsError() ? golden.error().getFirst() : "a result");
            return difference != null ? difference : changed(golden, values, arguments, untouched);
        }
        if (golden.expectsError()) {
            return "a result, wanted " + golden.error().getFirst();
        }
        String difference = Comparison.compare(golden.result(), got, golden.tolerance());
        if (difference == null) {
            difference = shared(golden.shares(), values, got);
        }
        return difference != null ? difference : changed(golden, values, arguments, untouched);
    }

    private @Nullable Object within(GoldenCase golden, Values values, Map<String, @Nullable Object> kwargs) {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try {
            for (JsonNode context : golden.within()) {
                String name = context.path("call").asText();
                Map<String, @Nullable Object> options = new HashMap<>();
                context.path("kwargs").properties().forEach(o -> options.put(o.getKey(), values.of(o.getValue())));
                Object state = CONTEXTS.contains(name) ? caller.call(name, List.of(), options) : null;
                open.push(switch (state) {
                    case AutoCloseable closeable -> closeable;
                    case Map<?, ?> before -> () -> caller.call("seterr", List.of(), named(before));
                    case PrintState before -> () -> PrintState.set(before);
                    case null, default -> throw new Unsupported("context " + name);
                });
            }
            return golden.call().equals("vectorize") ? Vectorizing.call(values.arguments())
                    : caller.call(golden.call(), values.arguments(), kwargs);
        } finally {
            open.forEach(Runner::close);
        }
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> values) {
        Map<String, @Nullable Object> named = new HashMap<>();
        values.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    private static void close(AutoCloseable context) {
        try {
            context.close();
        } catch (Exception failure) {
            throw new IllegalStateException("golden case: " + context + " does not close", failure);
        }
    }

    private static @Nullable String shared(@Nullable Set<Integer> wanted, Values values, @Nullable Object got) {
        if (wanted == null) {
            return null;
        }
        Set<Integer> shared = values.sharedWith(got);
        return shared.equals(wanted) ? null : shares(shared) + ", wanted " + shares(wanted);
    }

    private static String shares(Set<Integer> arguments) {
        return arguments.isEmpty() ? "a copy" : "a view of argument " + String.join(", ",
                arguments.stream().map(String::valueOf).toList());
    }

    /** The elements of arrays that the call must leave alone. */
    private static Map<String, byte[]> untouched(GoldenCase golden, Map<String, @Nullable Object> arguments) {
        Set<Long> written = new TreeSet<>();
        arguments.forEach((key, value) -> {
            if (golden.after().containsKey(key)) {
                Values.arrays(value).forEach(array -> written.add(array.storage().address()));
            }
        });
        Map<String, byte[]> elements = new HashMap<>();
        arguments.forEach((key, value) -> {
            if (value instanceof NdArray array && !written.contains(array.storage().address())) {
                elements.put(key, Elements.of(array));
            }
        });
        return elements;
    }

    private static @Nullable String changed(GoldenCase golden, Values values,
            Map<String, @Nullable Object> arguments, Map<String, byte[]> untouched) {
        List<String> differences = new ArrayList<>();
        golden.after().forEach((key, wanted) -> {
            String difference = wanted.has("file") ? values.compareFile(wanted.get("file"))
                    : arguments.get(key) instanceof NdArray array
                            ? ArrayComparison.compare(wanted, array, golden.tolerance(), false) : "no array";
            if (difference != null) {
                differences.add("afterwards argument " + key + ": " + difference);
            }
        });
        untouched.forEach((key, before) -> {
            if (!(arguments.get(key) instanceof NdArray array) || !Arrays.equals(Elements.of(array), before)) {
                differences.add("argument " + key + " is changed, wanted it left alone");
            }
        });
        return differences.isEmpty() ? null : differences.getFirst();
    }
}
