package io.arrayport.core;

import java.nio.file.Path;

import io.arrayport.core.io.NpzArchive;

/** {@code np.lib.npyio}: archives of arrays. */
public final class Npyio {
    Npyio() {}

    /** {@link Np#loadz(Path)} by NumPy's name for what it gives. */
    public NpzFile NpzFile(Path fid) {
        return new NpzFile(NpzArchive.open(fid));
    }

    /** As {@link #NpzFile(Path)}. */
    public NpzFile NpzFile(String fid) {
        return NpzFile(Path.of(fid));
    }
}
