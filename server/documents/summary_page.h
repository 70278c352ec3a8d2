#pragma once

#include <string>

#include "labels/page.h"
#include "server/domain/language.h"
#include "server/domain/value.h"

namespace remise::documents {

/// The signed summary as people read it; its machines go on to as many pages as they need.
labels::Page summaryPage(const domain::Value& summary, domain::Language);

}  // namespace remise::documents
