#!/bin/sh
# Sends the bulletin of last week by the system's mail command.
#
#   bulletin.sh BOOK WHO [DATE]
#
# BOOK is the folder that holds `ledgers/`; WHO takes one or more addresses with commas between them; DATE is today if
# not given, and the week before it is told. The bulletin of last month or quarter: PERIOD=last-month before the command.
#
# To install it:
#   1. Copy it to a folder of the office and make it executable: chmod +x bulletin.sh
#   2. See that `mail` sends (mailx, bsd-mailx, s-nail):         echo test | mail -s test you@example.org
#   3. Put these lines into the table of cron (crontab -e). Cron has a short PATH and no locale, so name both:
#
#        PATH=/usr/local/bin:/usr/bin:/bin
#        LC_ALL=C.UTF-8
#        0 8 * * 1  /home/office/bulletin.sh /home/office/rectification leader@example.org
#
# The language is that of the book: `lang = "zh"` in book.toml. The wording is the office's own where
# ledgers/templates/bulletin.md is. Where the bulletin cannot be made, nothing is sent and the status is not 0, so that
# cron mails the reason to whoever keeps it.
set -eu

book=$1
who=$2
day=${3:-$(date +%Y-%m-%d)}

# Whole or not at all: a mail is begun only when the text is there.
text=$(ledger -C "$book" report bulletin --period "${PERIOD:-last-week}" --today "$day")
# The first line is the title.
subject=$(printf '%s\n' "$text" | sed -n '/[^[:space:]]/{s/^[[:space:]]*//;p;q;}')
printf '%s\n' "$text" | mail -s "$subject ($day)" "$who"
