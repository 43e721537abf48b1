package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.arrayport.core.ufunc.Clipping;
import io.arrayport.core.ufunc.Input;
import org.jspecify.annotations.Nullable;

/** What the options of a clip say together. */
final class Clip {
    private Clip() {}

    static NdArray run(NdArray array, Option... options) {
        Input least = null;
        Input most = null;
        List<Option> rest = new ArrayList<>();
        for (Option option : options) {
            switch (option) {
                case ClipOption.Min(Number number, NdArray bound) -> least = only("min", least, number, bound);
                case ClipOption.AMin(Number number, NdArray bound) -> least = only("min", least, number, bound);
                case ClipOption.Max(Number number, NdArray bound) -> most = only("max", most, number, bound);
                case ClipOption.AMax(Number number, NdArray bound) -> most = only("max", most, number, bound);
                default -> rest.add(option);
            }
        }
        Input min = least;
        Input max = most;
        return Arithmetic.run("clip", array.device(), keywords -> Clipping.clip(array.operand(), min, max, keywords),
                rest.toArray(Option[]::new)).getFirst();
    }

    private static Input only(String name, @Nullable Input before, @Nullable Number number,
            @Nullable NdArray bound) {
        if (before != null) {
            throw new IllegalArgumentException("clip: the bound " + name + " is given twice; give it once");
        }
        return number == null ? Input.of(Objects.requireNonNull(bound).operand()) : Input.of(number);
    }
}
