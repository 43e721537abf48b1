package io.arrayport.core.backend;

import java.util.List;

import io.arrayport.core.dtype.DType;

/**
 * An expression as devices compile it: pure data, its types resolved and its casts spelt out. What is computed are
 * values, known by a number: first the arrays, then the numbers, then what each step gives. Steps use only values
 * before their own; the last one gives the result. All arrays have one shape when it runs, and numbers are the same for
 * all elements, so that their worth is no part of it.
 *
 * @param arrays the types of what differs from element to element, as stored: of any byte order
 * @param numbers the types of what does not, in native order
 * @param steps at least one
 */
public record Program(List<DType> arrays, List<DType> numbers, List<Step> steps) {
    public Program {
        arrays = List.copyOf(arrays);
        numbers = List.copyOf(numbers);
        steps = List.copyOf(steps);
    }

    /** What makes one value of others. */
    public sealed interface Step {
        /** Returns the type of what it gives, in native order. */
        DType type();

        /** Returns the values that it takes. */
        List<Integer> inputs();
    }

    /**
     * An operation, on values that have the types of {@code signature}.
     *
     * @param operation how errors call it
     * @param signature of one output
     */
    public record Apply(String operation, Op op, Signature signature, List<Integer> inputs) implements Step {
        public Apply {
            inputs = List.copyOf(inputs);
        }

        @Override
        public DType type() {
            return signature.output();
        }
    }

    /**
     * The second value where the first, of bools, is true, else the third.
     *
     * @param type of both, and of what it gives
     */
    public record Choose(DType type, List<Integer> inputs) implements Step {
        public Choose {
            inputs = List.copyOf(inputs);
        }
    }

    /** A value in another type, as {@link Backend#copy} converts; or in its own, copied. */
    public record Convert(DType type, List<Integer> inputs) implements Step {
        public Convert {
            inputs = List.copyOf(inputs);
        }
    }

    /** Returns the number of the first step's value: how many arrays and numbers there are. */
    public int first() {
        return arrays.size() + numbers.size();
    }

    /** Returns how many values there are. */
    public int values() {
        return first() + steps.size();
    }

    /** Returns the type of a value. */
    public DType type(int value) {
        return value < arrays.size() ? arrays.get(value)
                : value < first() ? numbers.get(value - arrays.size()) : steps.get(value - first()).type();
    }

    /** Returns the type of the result. */
    public DType type() {
        return steps.getLast().type();
    }
}
