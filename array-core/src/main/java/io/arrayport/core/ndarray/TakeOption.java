package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.index.IndexMode;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Out;

/** Options of {@code np.take}. */
public sealed interface TakeOption extends Option permits Axis, Out, TakeOption.Mode {
    /**
     * What becomes of positions that are not there.
     *
     * @param modes one for all, by default {@link IndexMode#RAISE}, or one for each axis
     */
    record Mode(List<IndexMode> modes) implements TakeOption, PutOption, ChooseOption, RavelOption {
        public Mode {
            modes = List.copyOf(modes);
        }

        /** @throws IllegalArgumentException if there are several */
        IndexMode only(String operation) {
            if (modes.size() != 1) {
                throw new IllegalArgumentException(operation + ": " + modes.size() + " modes are given; give one");
            }
            return modes.getFirst();
        }
    }
}
