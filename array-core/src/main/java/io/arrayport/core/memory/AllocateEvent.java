package io.arrayport.core.memory;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A native block was allocated. */
@Name("io.arrayport.Allocate")
@Label("Allocate")
@Category("Arrayport")
@Description("A native block was allocated.")
@Enabled(false)
@StackTrace(true)
final class AllocateEvent extends BlockEvent {}
