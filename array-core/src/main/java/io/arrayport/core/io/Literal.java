package io.arrayport.core.io;

import java.util.List;
import java.util.Map;

/** What Python can write down: the header of a .npy file is one. */
sealed interface Literal {
    record Text(String value) implements Literal {}

    record Whole(long value) implements Literal {}

    record Truth(boolean value) implements Literal {}

    record None() implements Literal {}

    record Tuple(List<Literal> items) implements Literal {}

    record Items(List<Literal> items) implements Literal {}

    record Dict(Map<String, Literal> entries) implements Literal {}
}
