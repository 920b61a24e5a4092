namespace Campaign.Gateway.Accounts;

internal static class PasswordPage
{
    public const string Html = """
        <!doctype html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>创卫平台 · 设置密码</title>
        <style>
          body { font: 16px/1.6 system-ui, sans-serif; max-width: 24rem; margin: 4rem auto; padding: 0 1rem }
          label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
          input, button { padding: .5rem; margin: .25rem 0 1rem }
        </style>
        <h1>设置新密码</h1>
        <form>
          <label>新密码（至少12位）<input name="password" type="password" autocomplete="new-password" minlength="12" required></label>
          <button>确定</button>
          <p role="status"></p>
        </form>
        <script>
          const form = document.querySelector('form'), status = document.querySelector('[role=status]');
          form.addEventListener('submit', async event => {
            event.preventDefault();
            const body = JSON.stringify(Object.fromEntries(new FormData(form)));
            const answer = await fetch(location.href, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
            if (answer.ok) { form.replaceWith('密码已更新，本链接已失效。请重新登录。'); return; }
            const problem = await answer.json();
            status.textContent = (problem.errors ?? []).map(error => error.detail).join('') || problem.detail;
          });
        </script>
        </html>
        """;
}
