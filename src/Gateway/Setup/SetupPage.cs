namespace Campaign.Gateway.Setup;

internal static class SetupPage
{
    public const string Html = """
        <!doctype html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>创卫平台 · 首次设置</title>
        <style>
          body { font: 16px/1.6 system-ui, sans-serif; max-width: 24rem; margin: 4rem auto; padding: 0 1rem }
          label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
          input, button { padding: .5rem; margin: .25rem 0 1rem }
          code { overflow-wrap: anywhere }
        </style>
        <h1>设置系统管理员</h1>
        <form id="account">
          <label>用户名<input name="userName" autocomplete="username" required></label>
          <label>密码（至少12位）<input name="password" type="password" autocomplete="new-password" minlength="12" required></label>
          <button>创建</button>
        </form>
        <form id="factor" hidden>
          <p>系统管理员已创建，本链接已失效。管理员须启用双因素认证：请用手机上的验证器应用扫描二维码，再输入显示的6位验证码。</p>
          <div id="picture"></div>
          <p>无法扫描时，请在应用中手工输入密钥：<code id="secret"></code></p>
          <label>验证码<input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" required></label>
          <button>启用</button>
        </form>
        <section id="done" hidden>
          <p>双因素认证已启用。以下恢复码每个只能使用一次，请抄存在安全的地方，离开本页后不再显示：</p>
          <pre id="codes"></pre>
        </section>
        <p role="status"></p>
        <script>
          const at = id => document.getElementById(id), status = document.querySelector('[role=status]');
          let csrf;
          async function send(path, body) {
            const headers = { 'Content-Type': 'application/json' };
            if (csrf) headers['X-CSRF-Token'] = csrf;
            const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
            if (answer.ok) { status.textContent = ''; return answer.status === 204 ? {} : answer.json(); }
            const problem = await answer.json();
            status.textContent = (problem.errors ?? []).map(error => error.detail).join('') || problem.detail;
          }
          function show(id) { for (const other of ['account', 'factor', 'done']) at(other).hidden = other !== id; }
          at('account').addEventListener('submit', async event => {
            event.preventDefault();
            const account = Object.fromEntries(new FormData(at('account')));
            if (!await send(location.href, account) || !await send('/account/login', account)) return;
            csrf = (await (await fetch('/account/me')).json()).antiForgeryToken;
            const offer = await send('/account/second-factor', {});
            if (!offer) return;
            at('picture').innerHTML = offer.picture;
            at('secret').textContent = offer.secret;
            show('factor');
          });
          at('factor').addEventListener('submit', async event => {
            event.preventDefault();
            const taken = await send('/account/second-factor/confirmation', Object.fromEntries(new FormData(at('factor'))));
            if (!taken) return;
            at('codes').textContent = taken.codes.join('\n');
            show('done');
          });
        </script>
        </html>
        """;
}
