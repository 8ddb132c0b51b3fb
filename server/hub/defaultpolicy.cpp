// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/defaultpolicy.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

WorkspaceRules defaultRules(WorkspaceId workspace)
{
    WorkspaceRules rules;
    rules.workspace = workspace;
    rules.controller.name = u"Not named yet: ask whoever runs this workspace"_s;
    rules.provider.name = u"Whoever runs this server"_s;
    rules.retention = {
        {u"message"_s, 0, QString::fromLatin1(KeptForGood)},
        {u"task"_s, 0, QString::fromLatin1(KeptAsWork)},
        {u"event"_s, 0, QString::fromLatin1(KeptAsWork)},
        {u"file"_s, 0, u"Kept with the message it belongs to."_s},
        {u"session"_s, MostRetentionDays,
         u"To show where you were signed in; from the last time it was used."_s},
        {u"access"_s, MostRetentionDays, u"To show you what administrators did with your data."_s},
        {u"usage"_s, MostRetentionDays, u"Totals of feature use, if you chose to send them."_s},
        {u"consent"_s, 0, u"To prove what you chose; kept as long as the account."_s},
        {u"request"_s, 1'095,
         u"To prove that requests were answered, for the time claims can be made; from the day they were closed."_s},
    };
    return rules;
}

PolicyVersion defaultPolicy()
{
    PolicyVersion policy;
    policy.summary = u"The first version."_s;
    policy.sections = {
        {u"who"_s, u"Who is responsible"_s,
         u"Your organisation for what you write, whoever runs the server for your account."_s,
         u"Your organisation decides what this workspace is used for and is responsible for messages, tasks, "
         "events and files. Whoever runs the server is responsible for accounts and for measurements, if you "
         "allow any. How to reach both stands in the overview of the privacy centre."_s},
        {u"what"_s, u"What is stored"_s, u"What you write, who you are here, and when you signed in."_s,
         u"On the server: your name and short name, what you put into your profile, messages, tasks, events, "
         "files, reactions, how far you have read, your sessions with the name of the device, your choices and "
         "your requests. On your computer: an encrypted copy of what you may see, your drafts and what you "
         "have not sent yet. No location is collected, and no advertising data exists."_s},
        {u"why"_s, u"Why, and on what basis"_s,
         u"To let you work together; anything else only if you choose it."_s,
         u"Storing and delivering what you write serves the work you do together (contract or legitimate "
         "interest of your organisation). Keeping the service safe is a legitimate interest. Every other "
         "purpose is off until you choose it, and can be taken back as easily as it was given. Using the "
         "program is never taken for a consent."_s},
        {u"storage"_s, u"Cookies and other storage on your device"_s,
         u"Only what is needed, unless you allow more."_s,
         u"Needed: the session, the encrypted store and your settings. Optional, each by itself: counts of "
         "which features are used, and measuring whether announcements are read. The page Cookies and analytics "
         "has a switch for each and shows what is sent."_s},
        {u"messages"_s, u"Messages about the product"_s, u"None until you choose them."_s,
         u"Product news, tips, events and surveys are shown in the program, each only if you choose it. One "
         "button ends all of them, without a reason. Notices about security, outages and your own requests "
         "are not marketing and cannot carry any."_s},
        {u"sharing"_s, u"Who gets data"_s, u"The processors in the list, and nobody else."_s,
         u"Nothing is sold. The register in the privacy centre names each processor, what it does, where, and "
         "the safeguard when that is outside the European Economic Area, and each disclosure to an authority. "
         "Data is passed on to nobody for their marketing."_s},
        {u"retention"_s, u"How long it is kept"_s, u"As the schedule in the privacy centre says."_s,
         u"What has a number of days there is deleted by the server by itself after that time, and your devices follow; the rest stays as long as your account. "
         "Data collected by itself is kept 24 months at most. Backups lose deleted data within the time shown there."_s},
        {u"rights"_s, u"Your rights"_s,
         u"See, correct, take along, restrict, object, delete; answered within a month."_s,
         u"You can do most of it yourself in the privacy centre, also offline. What needs a person is answered "
         "within one calendar month; longer only with reasons given within it. It is free. You can complain to "
         "the supervisory authority of your country at any time."_s},
        {u"age"_s, u"Age"_s, u"From 16, unless your organisation says otherwise."_s,
         u"The program is for people at work. If you think that a child uses it, tell the privacy contact."_s},
        {u"changes"_s, u"Changes of this text"_s, u"Every version is kept and compared."_s,
         u"A change that matters asks you again for the purposes it touches, and for nothing else. Every version "
         "can be read, with what differs from the one before."_s},
    };
    return policy;
}

} // namespace ChatOps::Server
