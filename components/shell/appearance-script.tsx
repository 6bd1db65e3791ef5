const script = `(function(){try{var r=document.documentElement,t=localStorage.getItem("theme"),m=matchMedia("(prefers-color-scheme: dark)");
r.classList.toggle("dark",t==="dark"||(t!=="light"&&m.matches));
if(localStorage.getItem("sidebar")==="rail")r.dataset.sidebar="rail"}catch(e){}})()`;

/** Sets theme and sidebar width from this browser's memory before anything is painted. Goes into the head. */
export function AppearanceScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant text; it has to run before the first paint
  return <script dangerouslySetInnerHTML={{ __html: script }} />;
}
