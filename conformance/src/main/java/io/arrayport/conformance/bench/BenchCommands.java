package io.arrayport.conformance.bench;

import java.util.List;

import io.arrayport.interop.cli.CommandProvider;

/** Adds {@code bench} to the command line. */
public final class BenchCommands implements CommandProvider {
    /** For ServiceLoader. */
    public BenchCommands() {}

    @Override
    public List<Object> commands() {
        return List.of(new BenchCommand());
    }
}
