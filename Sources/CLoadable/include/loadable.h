// Libraries that most runs have no use for are loaded when they are first needed and not linked: libcurl alone brings some
// thirty shared objects with it, which would make every start of the command several times as slow. What is declared here of
// them is the part of their binary interface that they keep stable, so that their headers aren't needed to build.

#ifndef HEARSAY_LOADABLE_H
#define HEARSAY_LOADABLE_H

/// Opens the first of these libraries that this system has; a null pointer ends the list. Null where there is none.
void *hearsay_load_first(const char *const *names);

#endif
