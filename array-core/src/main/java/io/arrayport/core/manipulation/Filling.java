package io.arrayport.core.manipulation;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.ConstantValues;
import io.arrayport.core.ndarray.Option.EndValues;
import io.arrayport.core.ndarray.Option.PadModeOption;
import io.arrayport.core.ndarray.Option.ReflectTypeOption;
import io.arrayport.core.ndarray.Option.StatLength;
import io.arrayport.core.ndarray.PadMode;
import io.arrayport.core.ndarray.PadOption;
import io.arrayport.core.ndarray.ReflectType;
import org.jspecify.annotations.Nullable;

/**
 * How a border is filled.
 *
 * @param values what constants and ramps come from: a Number, or an array of pairs
 * @param lengths of how many elements a statistic is: a Number, or an array of pairs; null is all
 */
record Filling(PadMode mode, Object values, @Nullable Object lengths, ReflectType reflection) {

    static Filling of(PadOption... options) {
        Option.requireDistinct("pad", options);
        Filling filling = new Filling(PadMode.CONSTANT, 0, null, ReflectType.EVEN);
        for (PadOption option : options) {
            filling = option instanceof PadModeOption(PadMode mode) ? filling.as(mode) : filling;
        }
        for (PadOption option : options) {
            PadMode mode = filling.mode;
            filling = switch (option) {
                case PadModeOption _ -> filling;
                case ConstantValues(Object values) when mode == PadMode.CONSTANT -> filling.with(values);
                case EndValues(Object values) when mode == PadMode.LINEAR_RAMP -> filling.with(values);
                case StatLength(Object lengths) when isStatistic(mode) ->
                    new Filling(mode, 0, lengths, ReflectType.EVEN);
                case ReflectTypeOption(ReflectType type) when mode == PadMode.REFLECT || mode == PadMode.SYMMETRIC ->
                    new Filling(mode, 0, null, type);
                case ConstantValues _,EndValues _,StatLength _,ReflectTypeOption _ ->
                    throw new IllegalArgumentException("pad: " + option.keyword() + " says nothing to the mode " + mode
                            + "; leave it out");
            };
        }
        return filling;
    }

    private Filling as(PadMode other) {
        return new Filling(other, values, lengths, reflection);
    }

    private Filling with(Object others) {
        return new Filling(mode, others, lengths, reflection);
    }

    private static boolean isStatistic(PadMode mode) {
        return switch (mode) {
            case MAXIMUM, MEAN, MEDIAN, MINIMUM -> true;
            default -> false;
        };
    }

    /** Whether what is filled in comes from elements that are there. */
    boolean needsElements() {
        return mode != PadMode.CONSTANT && mode != PadMode.EMPTY;
    }

    void fill(Edge edge) {
        switch (mode) {
            case CONSTANT -> constant(edge);
            case EMPTY -> {
                // As the memory is
            }
            case EDGE -> {
                edge.front().set(edge.first());
                edge.back().set(edge.last());
            }
            case LINEAR_RAMP -> Ramps.fill(edge, values);
            case MAXIMUM, MEAN, MEDIAN, MINIMUM -> Statistics.fill(edge, mode, lengths);
            case REFLECT, SYMMETRIC -> Reflections.fill(edge, mode == PadMode.SYMMETRIC, reflection);
            case WRAP -> Wraps.fill(edge);
        }
    }

    private void constant(Edge edge) {
        if (values instanceof Number number) {
            edge.front().fill(number);
            edge.back().fill(number);
        } else {
            NdArray pairs = Widths.values("constantValues", edge.region().ndim(), (NdArray) values);
            edge.front().set(pairs.get(edge.axis()).get(0));
            edge.back().set(pairs.get(edge.axis()).get(1));
        }
    }
}
