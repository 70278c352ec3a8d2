#pragma once

#include <memory>

#include "labels/bitmap.h"

struct _cairo_surface;

namespace remise::labels {

using Surface = std::unique_ptr<_cairo_surface, void (*)(_cairo_surface*)>;

/// What a 1 means in a surface of one bit a dot: a stencil has 1 where there is ink, a picture where there is
/// light.
enum class Ones { black, white };

/// The dots as Cairo takes them (CAIRO_FORMAT_A1).
Surface a1Surface(const Bitmap&, Ones);
/// Adds the dots that ink covers on a transparent surface (CAIRO_FORMAT_ARGB32), its upper left corner at (x,
/// y).
void addInk(Bitmap&, _cairo_surface*, Dots x, Dots y);

}  // namespace remise::labels
