package io.arrayport.core;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.index.IndexMode;
import io.arrayport.core.ndarray.ArrayOption;
import io.arrayport.core.ndarray.DiagonalOption;
import io.arrayport.core.ndarray.EyeOption;
import io.arrayport.core.ndarray.FrombufferOption;
import io.arrayport.core.ndarray.FromstringOption;
import io.arrayport.core.ndarray.LogspaceOption.Base;
import io.arrayport.core.ndarray.MeshgridOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.NditerOption;
import io.arrayport.core.ndarray.RequireOption;
import io.arrayport.core.ndarray.SpacingOption.Endpoint;
import io.arrayport.core.ndarray.SpacingOption.Num;
import io.arrayport.core.ndarray.SpacingOption.Retstep;
import io.arrayport.core.ndarray.TakeOption;
import io.arrayport.core.ndarray.TriangleOption;
import io.arrayport.core.ndarray.VanderOption;

/** The keyword arguments of what makes and selects arrays; import them with all others from {@link Options}. */
public abstract sealed class CreationOptions extends BorderOptions permits NumericOptions {
    CreationOptions() {}

    /** What becomes of positions that are not there; several for as many axes. */
    public static TakeOption.Mode mode(IndexMode... mode) {
        return new TakeOption.Mode(List.of(mode));
    }

    /** How many numbers: of {@code np.linspace}. */
    public static Num num(long count) {
        return new Num(count);
    }

    /** Whether the far end is one of the numbers. */
    public static Endpoint endpoint(boolean included) {
        return new Endpoint(included);
    }

    /** That the distance between two numbers is wanted too. */
    public static Retstep retstep() {
        return new Retstep();
    }

    /** What is raised to powers: of {@code np.logspace}. */
    public static Base base(Number number) {
        return new Base(number);
    }

    /** As {@link #base(Number)}, one for each row. */
    public static Base base(NdArray numbers) {
        return new Base(numbers);
    }

    /** How many columns a new matrix has. */
    public static EyeOption.M M(long columns) {
        return new EyeOption.M(columns);
    }

    /** How many columns the matrix has whose triangle is wanted. */
    public static TriangleOption.M m(long columns) {
        return new TriangleOption.M(columns);
    }

    /** Which diagonal: 0 is the main one, greater ones lie above. */
    public static EyeOption.K k(long diagonal) {
        return new EyeOption.K(diagonal);
    }

    /** How many columns of powers there are: of {@code np.vander}. */
    public static VanderOption.N N(long columns) {
        return new VanderOption.N(columns);
    }

    /** Whether powers grow from left to right. */
    public static VanderOption.Increasing increasing(boolean increasing) {
        return new VanderOption.Increasing(increasing);
    }

    /** Which diagonal: 0 is the main one, of greater ones the second axis is ahead. Of buffers, where to begin. */
    public static DiagonalOption.Offset offset(long distance) {
        return new DiagonalOption.Offset(distance);
    }

    /** The first axis of the planes that diagonals lie in. */
    public static DiagonalOption.Axis1 axis1(int axis) {
        return new DiagonalOption.Axis1(axis);
    }

    /** The second axis of the planes that diagonals lie in. */
    public static DiagonalOption.Axis2 axis2(int axis) {
        return new DiagonalOption.Axis2(axis);
    }

    /** The least number of axes: of {@code np.array}. */
    public static ArrayOption.Ndmin ndmin(int axes) {
        return new ArrayOption.Ndmin(axes);
    }

    /** The greatest depth of lists: of {@code np.array}. */
    public static ArrayOption.Ndmax ndmax(int axes) {
        return new ArrayOption.Ndmax(axes);
    }

    /** Whether axes of a grid along which nothing changes stay of length 1. */
    public static MeshgridOption.SparseOption sparse(boolean sparse) {
        return new MeshgridOption.SparseOption(sparse);
    }

    /** That one array for each axis is wanted: of {@code np.indices}. */
    public static MeshgridOption.Sparse sparse() {
        return new MeshgridOption.Sparse();
    }

    /** Which axis of a grid the first array goes along. */
    public static MeshgridOption.IndexingOption indexing(MeshgridOption.Indexing indexing) {
        return new MeshgridOption.IndexingOption(indexing);
    }

    /** How many elements are read; -1 for all. */
    public static FrombufferOption.Count count(long elements) {
        return new FrombufferOption.Count(elements);
    }

    /** What stands between two numbers in a text. */
    public static FromstringOption.Sep sep(String text) {
        return new FromstringOption.Sep(text);
    }

    /** What {@code np.require} asks of an array: C, F, A, W, O. */
    public static RequireOption.Requirements requirements(String... names) {
        return new RequireOption.Requirements(List.of(names));
    }

    /** How to iterate: of {@code np.nditer}. */
    public static NditerOption.Flags flags(NditerOption.Flag... flags) {
        return new NditerOption.Flags(Set.of(flags));
    }

    /** What is done with the arrays of an iterator: with all of them, or with each. */
    public static NditerOption.OpFlags opFlags(NditerOption.OpFlag[]... opFlags) {
        return new NditerOption.OpFlags(Arrays.stream(opFlags).map(Set::of).toList());
    }

    /** What is done with the arrays of an iterator. */
    public static NditerOption.OpFlags opFlags(NditerOption.OpFlag... opFlags) {
        return new NditerOption.OpFlags(List.of(Set.of(opFlags)));
    }

    /** As what an iterator sees the elements of its arrays: of all of them, or of each. */
    public static NditerOption.OpDtypes opDtypes(DType... opDtypes) {
        return new NditerOption.OpDtypes(List.of(opDtypes));
    }
}
