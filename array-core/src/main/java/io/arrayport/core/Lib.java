package io.arrayport.core;

/** {@code np.lib}: what NumPy keeps for those who write libraries. */
public final class Lib {
    /** Views that only strides can say. */
    public final StrideTricks strideTricks;
    /** Axes as arguments, and where arrays lie. */
    public final ArrayUtils arrayUtils = new ArrayUtils();
    /** The .npy format. */
    public final NpyFormat format = new NpyFormat();
    /** Archives of arrays. */
    public final Npyio npyio = new Npyio();
    /** {@link Np#emath} by its other name. */
    public final Emath scimath;

    Lib(Np np) {
        strideTricks = np;
        scimath = np.emath;
    }
}
