#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/domain/embedded.h"
#include "server/domain/value.h"
#include "server/http/reply.h"
#include "server/http/request.h"
#include "server/http/strings.h"

namespace remise::http {

/// Web pages from mustache templates, strictly: every template is checked when this is made, and a name that
/// the data does not have is a fault, not a blank.
///
/// server/catalogue/templates/shelf.html is named "catalogue/shelf". `{{> steps}}` includes
/// server/http/templates/partials/steps.html, `{{> catalogue/card}}` another capability template. Every
/// template may use, beside its own data:
///   {{t.catalogue.title}}                a string of the catalogue of strings
///   {{lang}}                             "fr" or "en"
///   {{caller.name}} {{caller.csrf}}      and {{#caller.signed_in}}, {{#caller.is_leader}} … one per role
///   {{contact}}                          the e-mail address people may write to, or ""
///   {{static_version}}                   for addresses of static files:
///   /static/base.css?v={{static_version}}
/// In a section an absent value is null, "" or [] (all false); a number is always true, even 0.
class Pages {
public:
    /// Throws std::invalid_argument naming the template and what is wrong with it.
    /// `contact` is the e-mail address people may write to, empty when there is none.
    Pages(const embedded::Files& templates, const embedded::Files& strings, std::string staticVersion,
          std::string contact = "");
    ~Pages();

    /// The template alone, without the layout. Throws std::logic_error on a name the data lacks.
    [[nodiscard]] std::string render(std::string_view name, const domain::Value& data, const Request&) const;
    /// The template inside the layout, as a reply. `data` must have "title"; `"read_at"` is the address that
    /// shows the same page where the request's own does not (after a form).
    [[nodiscard]] Reply page(std::string_view name, const domain::Value& data, const Request&,
                             int status = 200) const;
    /// Tells a refusal; who is not signed in is sent to the sign-in page and back.
    [[nodiscard]] Reply refusalPage(const domain::Refusal&, const Request&) const;

    [[nodiscard]] const Strings& strings() const { return m_strings; }

private:
    struct Compiled;
    [[nodiscard]] domain::Value common(const Request&, const std::string& readAt) const;
    [[nodiscard]] std::string fill(std::string_view name, const domain::Value& data, const Request&) const;

    Strings m_strings;
    std::string m_staticVersion, m_contact;
    std::unique_ptr<Compiled> m_compiled;
};

}  // namespace remise::http
