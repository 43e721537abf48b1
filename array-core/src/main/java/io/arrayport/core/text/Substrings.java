package io.arrayport.core.text;

import java.lang.foreign.ValueLayout;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.kernel.TextKernels;
import io.arrayport.core.kernel.TextOp;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.SubstringOption;
import io.arrayport.core.ndarray.SubstringOption.End;
import io.arrayport.core.ndarray.SubstringOption.Start;

/** Where strings stand in strings. Slices of them are Python's: negative bounds count from the end. */
public enum Substrings {
    /** The first place, or -1. */
    FIND("find", TextOp.FIND, Text::find),
    /** The last place, or -1. */
    RFIND("rfind", TextOp.RFIND, Text::findLast),
    /** The first place, which there must be. */
    INDEX("index", TextOp.FIND, Substrings::first),
    /** The last place, which there must be. */
    RINDEX("rindex", TextOp.RFIND, Substrings::last),
    /** How often, not counting what overlaps. */
    COUNT("count", TextOp.COUNT, Substrings::count),
    /** Whether at the start: 1 or 0. */
    STARTSWITH("startswith", TextOp.STARTSWITH,
            (a, sub, start, end) -> start + sub.length() <= end && a.has(sub, start) ? 1 : 0),
    /** Whether at the end: 1 or 0. */
    ENDSWITH("endswith", TextOp.ENDSWITH,
            (a, sub, start, end) -> start + sub.length() <= end && a.has(sub, end - sub.length()) ? 1 : 0);

    /** Of a slice {@code [start, end)} of a string and another. */
    private interface Search {
        int run(Text a, Text sub, int start, int end);
    }

    private final String operation;
    private final TextOp kernel;
    private final Search search;

    Substrings(String operation, TextOp kernel, Search search) {
        this.operation = operation;
        this.kernel = kernel;
        this.search = search;
    }

    private static int first(Text a, Text sub, int start, int end) {
        return found(a, sub, a.find(sub, start, end));
    }

    private static int last(Text a, Text sub, int start, int end) {
        return found(a, sub, a.findLast(sub, start, end));
    }

    private static int found(Text a, Text sub, int place) {
        if (place < 0) {
            throw new IllegalArgumentException("index: '" + sub.string() + "' is not in '" + a.string()
                    + "'; find gives -1 where it is not");
        }
        return place;
    }

    private static int count(Text a, Text sub, int start, int end) {
        if (sub.length() == 0) {
            return Math.max(0, end - start + 1);
        }
        int count = 0;
        for (int at = a.find(sub, start, end); at >= 0; at = a.find(sub, at + sub.length(), end)) {
            count++;
        }
        return count;
    }

    /** New: bools of the last two, int64 of the others. */
    public NdArray of(NdArray a, NdArray sub, SubstringOption... options) {
        Option.requireDistinct(operation, options);
        Object start = 0L;
        Object end = Long.MAX_VALUE;
        for (SubstringOption option : options) {
            switch (option) {
                case Start(Object given) -> start = given;
                case End(Object given) -> end = given;
            }
        }
        try (Scope scope = Scope.open()) {
            return scope.keep(TextLoop.run(operation, List.of(a, sub, Given.whole(operation, "start", start),
                    Given.whole(operation, "end", end)), this::loop));
        }
    }

    private NdArray loop(TextLoop loop) {
        FlexibleType type = loop.type(0);
        FlexibleType subType = loop.type(1);
        boolean truth = this == STARTSWITH || this == ENDSWITH;
        if (loop.isFixed(0) && loop.isFixed(1)) {
            NdArray made = loop.give(truth ? DType.BOOL : DType.INT64, kernel);
            if (this != INDEX && this != RINDEX || isEverywhere(made)) {
                return made;
            } // what follows says which is not there
        }
        Text string = new Text();
        Text sub = new Text();
        return loop.give(truth ? DType.BOOL : DType.INT64, at -> {
            string.load(type, at[0]);
            sub.load(subType, at[1]);
            int from = TextKernels.bound(Given.whole(at[2]), string.length());
            int to = Math.min(TextKernels.bound(Given.whole(at[3]), string.length()), string.length());
            int result = from > to ? search.run(string.clear(), sub, 1, 0) : search.run(string, sub, from, to);
            if (truth) {
                Memory.RAW.set(ValueLayout.JAVA_BYTE, at[4], (byte) result);
            } else {
                Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, at[4], result);
            }
        });
    }

    private static boolean isEverywhere(NdArray places) {
        long end = places.storage().address() + places.size() * Long.BYTES;
        for (long at = places.storage().address(); at < end; at += Long.BYTES) {
            if (Given.whole(at) < 0) {
                return false;
            }
        }
        return true;
    }
}
