#pragma once

#include "labels/layout.h"
#include "server/http/request.h"
#include "server/http/strings.h"

namespace remise::labelling {

/// What was typed into the form of a kind's page, as a label takes it: prices in euros became cents, lines an
/// array. Text that is no number stays text, for drawing to refuse. The sample when nothing was typed yet.
domain::Value typedData(const labels::LabelKind&, const http::Request&);

/// The form's fields, in words, with what stands in them.
domain::Value formFields(const labels::LabelKind&, const domain::Value& data, const http::Strings&,
                         domain::Language);

/// The refusal with the name that its field has on the page.
domain::Refusal inWords(const domain::Refusal&, const http::Strings&);

}  // namespace remise::labelling
