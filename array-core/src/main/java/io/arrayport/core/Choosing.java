package io.arrayport.core;

import java.util.List;

import io.arrayport.core.ndarray.ArrayFunction;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.numeric.Choices;

/** Elements that are chosen by conditions. */
public sealed interface Choosing permits Np {
    /** {@link #select(List, List, Number)}, 0 where no condition holds. */
    default NdArray select(List<NdArray> condlist, List<?> choicelist) {
        return Choices.select(condlist, choicelist, 0L);
    }

    /**
     * For each element that of the first choice whose condition holds, all broadcast.
     *
     * @param condlist bools
     * @param choicelist as many arrays and weak Numbers
     * @param default_ what stands where none holds
     * @return new, of the type that all choices promote to
     * @throws io.arrayport.core.error.DTypeException if a condition is not of bools, or the choices have no type in
     *         common
     * @throws io.arrayport.core.error.ShapeException if there are not as many choices as conditions, or none
     */
    default NdArray select(List<NdArray> condlist, List<?> choicelist, Number default_) {
        return Choices.select(condlist, choicelist, default_);
    }

    /** As {@link #select(List, List, Number)}, with elements of an array where no condition holds. */
    default NdArray select(List<NdArray> condlist, List<?> choicelist, NdArray default_) {
        return Choices.select(condlist, choicelist, default_);
    }

    /**
     * In the type and shape of {@code x}, what a function makes of its elements where a condition holds, the last one
     * that does; 0 where none does.
     *
     * @param condlist bools, or numbers that are true unless they are 0
     * @param funclist for each condition a Number, an array without axes, or an {@link ArrayFunction} of the elements
     *        in one row; one more is for everything else
     * @throws io.arrayport.core.error.ShapeException if there are not as many, or one more
     */
    default NdArray piecewise(NdArray x, List<NdArray> condlist, List<?> funclist) {
        return Choices.piecewise(x, condlist, funclist);
    }

    /** As {@link #piecewise(NdArray, List, List)} with functions only. */
    default NdArray piecewise(NdArray x, List<NdArray> condlist, ArrayFunction... funclist) {
        return Choices.piecewise(x, condlist, List.of(funclist));
    }
}
