#include "server/http/reply.h"

#include <array>
#include <stdexcept>

#include "server/domain/refusal_list.h"
#include "server/http/escapes.h"

namespace remise::http {
namespace {

constexpr auto utf8Html = "text/html; charset=utf-8";

Reply with(std::string type, std::string body, int status) {
    Reply reply;
    reply.status = status;
    reply.type = std::move(type);
    reply.body = std::move(body);
    return reply;
}

struct Title {
    int status;
    std::string_view fr, en;
};

constexpr std::array titles{
    Title{400, "Demande mal formée", "Malformed request"},
    Title{401, "Connexion nécessaire", "Sign-in needed"},
    Title{403, "Accès refusé", "Not allowed"},
    Title{404, "Rien à cette adresse", "Nothing here"},
    Title{405, "Méthode refusée", "Method not allowed"},
    Title{408, "Trop lent", "Too slow"},
    Title{409, "Impossible en l'état", "Not possible as things stand"},
    Title{410, "N'existe plus", "No longer there"},
    Title{413, "Trop gros", "Too large"},
    Title{414, "Adresse trop longue", "Address too long"},
    Title{415, "Format inconnu", "Unknown format"},
    Title{422, "Ce n'est pas possible", "This is not possible"},
    Title{429, "Trop de demandes", "Too many requests"},
    Title{431, "En-têtes trop gros", "Headers too large"},
    Title{500, "Erreur du service", "Service fault"},
    Title{503, "Service indisponible", "Service unavailable"},
};

struct Problem {
    std::string_view code;
    int status;
    std::string detail;
};

/// The members that a problem has of its own win over details of the same name.
Reply problemWith(domain::Value::Object members, const Problem& problem, domain::Language language) {
    members["type"] = "urn:remise:refusal:" + std::string(problem.code);
    members["title"] = statusTitle(problem.status, language);
    members["status"] = problem.status;
    members["detail"] = problem.detail;
    members["code"] = problem.code;
    Reply reply = with("application/problem+json", canonicalJson(std::move(members)), problem.status);
    reply.headers.emplace_back("Content-Language", languageTag(language));
    return reply;
}

}  // namespace

Reply Reply::json(const domain::Value& value, int status) {
    return jsonText(canonicalJson(value), status);
}

Reply Reply::jsonText(std::string body, int status) {
    return http::with("application/json", std::move(body), status);
}

Reply Reply::html(std::string body, int status) {
    return http::with(utf8Html, std::move(body), status);
}

Reply Reply::text(std::string body, int status) {
    return http::with("text/plain; charset=utf-8", std::move(body), status);
}

Reply Reply::bytes(std::string type, std::string body) {
    return http::with(std::move(type), std::move(body), 200);
}

Reply Reply::empty(int status) {
    return http::with("", "", status);
}

Reply Reply::redirect(std::string to) {
    return empty(303).with("Location", std::move(to));
}

Reply Reply::problem(const domain::Refusal& refusal, domain::Language language) {
    domain::Value::Object members;
    for (const auto& [name, text] : refusal.details(language))
        members[name] = text;
    Reply reply =
        problemWith(std::move(members), {refusal.code(), refusal.status(), refusal.text(language)}, language);
    reply.refusal = refusal;
    return reply;
}

Reply Reply::problem(const domain::CommandReply& refused, domain::Language language) {
    const auto* kind = domain::refusalNamed(refused.refusalCode);
    domain::Value::Object members{{"id", refused.id.text()}};
    if (refused.subject) members["stage"] = refused.subject->stage;
    return problemWith(std::move(members),
                       {refused.refusalCode, kind ? kind->status : 422, refused.refusalMessage}, language);
}

Reply Reply::eventStream(std::string channel, std::string first) {
    Reply reply = http::with("text/event-stream", std::move(first), 200);
    reply.channel = std::move(channel);
    return reply;
}

Reply& Reply::with(std::string name, std::string value) {
    if (!isPlainText(value)) throw std::logic_error("header " + name + " of a reply has control characters");
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

std::string_view statusTitle(int status, domain::Language language) {
    for (const Title& title : titles)
        if (title.status == status) return language == domain::Language::english ? title.en : title.fr;
    return statusTitle(status < 500 ? 422 : 500, language);
}

}  // namespace remise::http
