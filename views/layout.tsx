import type { Child } from 'hono/jsx';
import { paths } from '../src/paths.ts';
import type { Role } from '../src/access/permissions.ts';
import { Contact } from './components/contact.tsx';
import { WithProblems } from './components/problems.tsx';
import { Saved } from './components/saved.tsx';
import type { DoneNote } from '../src/http/done-note.ts';
import { ASSETS } from './asset-names.ts';
import { type Reader, ReaderContext, useReader } from './i18n/reader.ts';

export type Viewer = { name: string; role: Role; unread: number } | null;
export type NavItem = 'today' | 'batches' | 'workers' | 'orders' | 'more';
type Props = {
  reader: Reader;
  title: string;
  viewer: Viewer;
  at?: NavItem;
  back?: string;
  heading?: string;
  /** The title on top is the heading of the page, which has no other. */
  headed?: true;
  /** Made to be printed, where each page of paper has its own heading. */
  sheet?: true;
  /** That what was just sent is saved. */
  note?: DoneNote | null;
  /** Shown once more with what was typed: what is wrong with it is summed up on top. */
  isWrong?: boolean;
  children?: Child;
};

/** `app`: the page carries its own script and can be kept on the home screen, by this manifest. */
type DocumentProps = {
  title: string;
  look?: string | undefined;
  app?: { manifest: string; script: string } | undefined;
  children?: Child;
};

function Document({ title, app, look, children }: DocumentProps) {
  const { lang, t } = useReader();
  return (
    <html lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false}' />
        <title>{`${title} · ${t.appName}`}</title>
        {app ? <link rel="icon" href={ASSETS.icon} /> : <link rel="icon" href="data:," />}
        {app && <link rel="manifest" href={app.manifest} />}
        <link rel="stylesheet" href={ASSETS.css} />
        {!app && <link rel="stylesheet" href={ASSETS.print} media="print" />}
        <script src={app ? app.script : ASSETS.htmx} defer></script>
        {!app && <script src={ASSETS.app} defer></script>}
      </head>
      <body class={look}>
        <a class="skip" href="#main">
          {t.skipToMain}
        </a>
        {children}
      </body>
    </html>
  );
}

function LanguageSwitch() {
  const { lang, t } = useReader();
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <form method="post" action={paths.language} class="lang">
      <button class="link" name="lang" value={other} lang={other === 'zh' ? 'zh-CN' : 'en'}>
        {t.otherLanguage}
      </button>
    </form>
  );
}

function Nav({ at }: { at: NavItem | undefined }) {
  const { t } = useReader();
  const items: [NavItem, string][] = [
    ['today', paths.today],
    ['batches', paths.batches],
    ['workers', paths.workers],
    ['orders', paths.orders],
    ['more', paths.settings],
  ];
  return (
    <nav class="tabs" aria-label={t.nav.label}>
      {items.map(([item, href]) => (
        <a href={href} {...(item === at ? { 'aria-current': 'page' as const } : {})}>
          {t.nav[item]}
        </a>
      ))}
    </nav>
  );
}

/** A page of the station: header, content, and the five places within reach of the thumb. */
export function Page(props: Props) {
  const { reader, title, viewer, at, back, heading, headed, sheet, note, isWrong, children } =
    props;
  return (
    <ReaderContext.Provider value={reader}>
      <Document title={title} look={viewer ? 'with-tabs' : undefined}>
        <header class={sheet ? 'top no-print' : 'top'}>
          {back ? (
            <a class="back" href={back} aria-label={reader.t.back}>
              ‹
            </a>
          ) : (
            <span class="seal" aria-hidden="true">
              {reader.t.seal}
            </span>
          )}
          {headed || sheet ? <h1>{heading ?? title}</h1> : <b>{heading ?? title}</b>}
          <LanguageSwitch />
          {viewer && (
            <a class={viewer.unread > 0 ? 'tag wait' : 'tag'} href={paths.inbox}>
              {reader.t.inboxCount(viewer.unread)}
            </a>
          )}
        </header>
        <main id="main">{isWrong ? <WithProblems>{children}</WithProblems> : children}</main>
        {note && <Saved note={note} />}
        {viewer && <Nav at={at} />}
      </Document>
    </ReaderContext.Provider>
  );
}

/**
 * To somebody of the station on a worker's own page: whose it is, and the way that names them as a
 * witness.
 */
function StaffNotice({ witness }: { witness: string }) {
  const { t } = useReader();
  return (
    <section class="card no-print" role="status">
      <p>{t.ownPageOf.what}</p>
      <a class="btn wide" href={witness}>
        {t.ownPageOf.witness}
      </a>
    </section>
  );
}

type VisitorProps = {
  reader: Reader;
  title: string;
  town: string;
  contact: string;
  app?: DocumentProps['app'];
  /** Where somebody of the station does the same as a witness. */
  witness?: string;
  /** Shown once more with what was typed: what is wrong with it is summed up on top. */
  isWrong?: boolean;
  children?: Child;
};

/**
 * A page behind a link: the town's name, what is asked, and whom to call. No navigation leads
 * anywhere else.
 */
export function VisitorPage({
  reader,
  title,
  town,
  contact,
  app,
  witness,
  isWrong,
  children,
}: VisitorProps) {
  return (
    <ReaderContext.Provider value={reader}>
      <Document title={title} app={app}>
        <header class="top">
          <span class="seal" aria-hidden="true">
            {reader.t.seal}
          </span>
          <b>{town}</b>
          <LanguageSwitch />
        </header>
        <main id="main" data-unsent={app ? undefined : reader.t.unsent}>
          {reader.readsOnly && <StaffNotice witness={witness ?? paths.today} />}
          {isWrong ? <WithProblems>{children}</WithProblems> : children}
          {contact && (
            <p class="sub">
              {reader.t.questionsCall}
              <Contact contact={contact} />
            </p>
          )}
        </main>
      </Document>
    </ReaderContext.Provider>
  );
}

/** A fragment in the reader's language, for htmx. */
export function Fragment({ reader, children }: { reader: Reader; children?: Child }) {
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}
