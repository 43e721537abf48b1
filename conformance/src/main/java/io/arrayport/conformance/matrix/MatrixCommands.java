package io.arrayport.conformance.matrix;

import java.util.List;

import io.arrayport.interop.cli.CommandProvider;

/** Adds {@code matrix} to the command line. */
public final class MatrixCommands implements CommandProvider {
    /** For ServiceLoader. */
    public MatrixCommands() {}

    @Override
    public List<Object> commands() {
        return List.of(new MatrixCommand());
    }
}
