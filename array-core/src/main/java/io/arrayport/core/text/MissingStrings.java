package io.arrayport.core.text;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.element.StringView;
import io.arrayport.core.memory.Memory;

/** What functions make of strings that are not there: of NaN a NaN, or false; a text is like all others. */
final class MissingStrings {
    /** What NumPy does not define of NaN either. */
    private static final Set<String> STRICT = Set.of("partition", "rpartition", "expandtabs");

    private MissingStrings() {}

    /** Returns {@code body}, or what looks for missing strings before, if there can be any without a text. */
    static TextLoop.Body around(String operation, List<DType> inputs, List<DType> results, TextLoop.Body body) {
        if (inputs.stream().noneMatch(MissingStrings::mayMiss)) {
            return body;
        }
        return at -> {
            for (int i = 0; i < inputs.size(); i++) {
                if (mayMiss(inputs.get(i)) && StringView.isMissing((StringType) inputs.get(i), at[i])) {
                    give(operation, (StringType) inputs.get(i), results, at, inputs.size());
                    return;
                }
            }
            body.run(at);
        };
    }

    private static boolean mayMiss(DType type) {
        return type instanceof StringType strings && strings.missing() != null && !strings.missing().isText();
    }

    private static void give(String operation, StringType type, List<DType> results, long[] at, int first) {
        for (int k = 0; k < results.size(); k++) {
            DType result = results.get(k);
            if (Missing.isNan(type.missing()) && result instanceof StringType && !STRICT.contains(operation)) {
                StringView.putMissing(at[first + k]);
            } else if (Missing.isNan(type.missing()) && result instanceof BoolType) {
                Memory.RAW.set(ValueLayout.JAVA_BYTE, at[first + k], (byte) 0);
            } else {
                throw new IllegalArgumentException(operation + ": of a missing string (" + type.missing()
                        + ") it is not defined; use a dtype with a text for it, or leave these elements out");
            }
        }
    }
}
