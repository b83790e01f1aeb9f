#include "tour/find_pictures.h"

#include "find/find_box.h"
#include "people/people_page.h"
#include "person/case_actions.h"
#include "person/person_form.h"
#include "shell/main_window.h"
#include "shell/top_bar.h"
#include "tour/hands.h"
#include "tour/practice_client.h"

#include <QLineEdit>

namespace holdfast::ui {
namespace {

void type(QLineEdit& box, const char* words)
{
    box.selectAll();
    for (const QChar letter : QString::fromUtf8(words))
        Hands::key(box, Qt::Key_unknown, QString{letter});
}

}  // namespace

void drawFind(PracticeClient& practice, const std::function<void(const QString& name)>& draw)
{
    Client& client = practice.client();
    client.window().go(QStringLiteral("people"));
    practice.settle();
    FindBox& find = client.find();
    QLineEdit& box = client.window().topBar().search();
    const auto show = [&](const char* words, const char* name) {
        find.open();
        type(box, words);
        practice.settle();
        draw(QLatin1String{name});
    };
    show("sleep", "find");
    show("okafr", "find-alike");
    show("lantern", "find-referrals");
    show("zzyzx", "find-nothing");
    box.clear();
    find.shut();

    client.actions().newPerson();
    if (auto* form = client.window().findChild<PersonForm*>()) {
        const auto fill = [&](const char* key, const char* text) {
            if (auto* line = qobject_cast<QLineEdit*>(form->editor(QLatin1String{key})))
                line->setText(QString::fromUtf8(text));
        };
        fill("givenName", "Daniela");
        fill("familyName", "Okaphor");
        fill("born", "3/5/1992");
        practice.settle();
        draw(QStringLiteral("alike"));
        form->setUnsaved(false);
        form->reject();
    }
    practice.settle();
}

}  // namespace holdfast::ui
